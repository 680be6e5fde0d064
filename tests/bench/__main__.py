"""`make bench`: see ``pages``."""

import sys

from .pages import main

sys.exit(main())
