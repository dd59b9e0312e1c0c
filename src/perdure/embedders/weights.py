"""Finding model files inside installed packages, without importing those packages."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from perdure.errors import EmbedderMissing

__all__ = ["checked", "package_file"]


def package_file(package: str, relative: str, install: str) -> Path:
    """A data file of an installed package. The package's own code is not run: it may want a network or heavy libraries.

    Raises:
        EmbedderMissing: with the command that installs it.
    """
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, relative)
        if path.is_file():
            return path
    raise EmbedderMissing(f"{package} with {relative} is not installed. Nothing was written. Install it: {install}")


def checked(path: Path, sha256: str) -> bytes:
    """The file's content, if it is what it is known to be.

    Raises:
        EmbedderMissing: the file is another version or damaged.
    """
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise EmbedderMissing(f"{path.name} has SHA-256 {found[:12]}..., not {sha256[:12]}...: another version, or damaged. Reinstall it.")
    return content
