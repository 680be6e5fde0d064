"""Where uploads lie: in a folder, or in a bucket (storage.bucket, which needs requirements/s3.txt)."""

from .files import WholeFiles

__all__ = ["WholeFiles"]
