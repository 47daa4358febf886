"""The pages for whoever runs the shop."""
