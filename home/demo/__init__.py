"""The demonstration: an invented directory and true public facts, loaded by `manage.py load_demo`."""
