"""Kills the program, cuts its power and damages its files, and holds it to what it called saved."""
