"""Master key, per-user keys, and what is derived from them.

A user's file is encrypted with its own random key; the catalog keeps that key wrapped (AES-256-GCM, bound to the user's place) by
the master key. The master key comes from the caller, from PERDURE_KEY, or from a key file made on first use.
"""

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perdure.errors import StoreCorrupted, WrongKey
from perdure.storage.sqlite.connection import translated

__all__ = ["KEY_FILE", "KEY_VARIABLE", "MasterKey", "find_master_key"]

KEY_FILE: Final = "master.key"
KEY_VARIABLE: Final = "PERDURE_KEY"
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_HEX: Final = re.compile(r"[0-9a-fA-F]{64}")


class MasterKey:
    """Derives and wraps; never leaves the process."""

    def __init__(self, secret: bytes, origin: str) -> None:
        self._secret = secret
        self.origin = origin
        """Where the key came from, for `perdure doctor`: "argument", "environment" or "file"."""

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, by HMAC-SHA-256 of its name (RFC 5869's expand step for one block)."""
        return hmac.digest(self._secret, f"perdure {purpose}\x01".encode(), "sha256")

    def wrap(self, key: bytes, place: str) -> bytes:
        """The user's key, readable only with this master key and only for this place."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self.derive("wrap")).encrypt(nonce, key, place.encode())

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """Undo `wrap`.

        Raises:
            StoreCorrupted: the catalog's row was damaged or moved; the master key itself was checked at opening.
        """
        try:
            return AESGCM(self.derive("wrap")).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], place.encode())
        except InvalidTag:
            raise StoreCorrupted(f"The wrapped key of {place} in the catalog is damaged. Nothing was written. Restore it.") from None

    def check_value(self) -> str:
        """Tells the right key from a wrong one without revealing it."""
        return self.derive("check").hex()[:32]


def _secret_of(key: str | bytes, salt: bytes) -> bytes:
    """A raw key (32 bytes, or 64 hex digits) as it is; any other text is a passphrase, stretched with scrypt."""
    if isinstance(key, bytes) and len(key) == _KEY_BYTES:
        return key
    text = key if isinstance(key, str) else key.decode("utf-8", "surrogateescape")
    if _HEX.fullmatch(text):
        return bytes.fromhex(text)
    if not text:
        raise WrongKey("The master key is empty. Nothing was read or written.")
    return hashlib.scrypt(text.encode("utf-8", "surrogateescape"), salt=salt, n=1 << 14, r=8, p=1, dklen=_KEY_BYTES)


def _read_key_file(path: Path) -> bytes:
    text = path.read_bytes().decode("ascii", "replace").strip()
    if not _HEX.fullmatch(text):
        raise WrongKey(f"{path} does not hold a key (64 hex digits). Nothing was read or written. Restore it from a backup.")
    return bytes.fromhex(text)


def _key_file(root: Path, *, make: bool) -> bytes:
    """Read the key file, making it (mode 0600) for a new store; two processes at once agree on one key."""
    path = root / KEY_FILE
    with translated(path):
        try:
            return _read_key_file(path)
        except FileNotFoundError:
            if not make:
                raise WrongKey(
                    f"The store at {root} needs its master key, and {path} is missing. Nothing was read or written. "
                    "Restore the file from a backup, or pass the key."
                ) from None
        draft = root / f".{KEY_FILE}.{secrets.token_hex(8)}"
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            os.write(descriptor, secrets.token_bytes(_KEY_BYTES).hex().encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
        return _read_key_file(path)


def find_master_key(root: Path, salt: bytes, key: str | bytes | None, *, new: bool = False) -> MasterKey:
    """The master key of a store: the argument, else PERDURE_KEY, else the key file, which is made for a `new` store only.

    Raises:
        WrongKey: the key is empty, or the key file holds none or is missing.
    """
    if key is not None:
        return MasterKey(_secret_of(key, salt), "argument")
    from_environment = os.environ.get(KEY_VARIABLE)
    if from_environment:
        return MasterKey(_secret_of(from_environment, salt), "environment")
    return MasterKey(_key_file(root, make=new), "file")
