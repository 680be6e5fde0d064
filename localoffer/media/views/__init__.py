from .serving import serve_media

__all__ = ["serve_media"]
