"""The screens: the only place that knows Qt.

window → counter | office → panels → kit, fields, notices, printing, scanner → tasks, theme, assets
"""
