"""Where bytes are kept."""

from archive.store.blobs import BlobStore

__all__ = ["BlobStore"]
