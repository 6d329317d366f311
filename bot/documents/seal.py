"""The seal on a document that must not change any more: put on last, by this deployment's certificate, and verified.

A certifying PAdES signature over the whole file, ECDSA on P-256: https://docs.pyhanko.eu/en/latest/lib-guide/signing.html.
A timestamp authority (RFC 3161) can say when; it is sent a hash, and nothing of the document.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from asn1crypto import cms, pem
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from rules.errors import Refusal

KEY, CERTIFICATE = "key.pem", "certificate.pem"
YEARS = 20
FIELD = "Seal"
STAMP_SECONDS = 10.0
Done = TypeVar("Done")

for _name in ("pyhanko", "pyhanko_certvalidator"):  # what they find wrong is a sentence here, and no traceback
    logging.getLogger(_name).setLevel(logging.CRITICAL)


class TimestampsAway(Refusal):
    """The timestamp authority gave no timestamp that can be used, and nothing was sealed. It may do so later."""


@dataclass(frozen=True)
class Seal:
    """The deployment's certificate and its private key, to seal with."""

    certificate: Certificate
    key: PrivateKeyInfo


@dataclass(frozen=True)
class Stamp:
    """When a timestamp authority saw a document sealed; its name, and its certificate's SHA-256 in hexadecimal.

    Whether that authority is to be trusted is for the reader to say.
    """

    at: datetime
    name: str
    fingerprint: str


@dataclass(frozen=True)
class Verified:
    """Whose certificate sealed a document, its SHA-256 fingerprint in hexadecimal, and when by that machine's clock.

    `stamp`: when by a timestamp authority; None when none was asked.
    """

    name: str
    fingerprint: str
    sealed_at: datetime | None
    stamp: Stamp | None = None


def own_seal(folder: Path, now: datetime) -> Seal:
    """Return the seal kept in a folder; a self-signed one is made on first use, which nobody else can read.

    A real one takes its place as `key.pem` (PKCS #8, without a password) and `certificate.pem`. Raises Refusal when
    one of the two is missing or cannot be read.
    """
    key, certificate = folder / KEY, folder / CERTIFICATE
    if not key.exists() and not certificate.exists():
        _make(folder, now)
    try:
        return Seal(Certificate.load(_der(certificate)), PrivateKeyInfo.load(_der(key)))
    except (OSError, ValueError):
        raise Refusal(f"{folder} needs both {KEY} and {CERTIFICATE}, as PEM without a password.") from None


def own_certificate(folder: Path) -> Certificate:
    """Return the certificate of the seal kept in a folder; none is made by looking. Raises Refusal when none is there.

    The key need not be there: whoever verifies has no use for it.
    """
    file = folder / CERTIFICATE
    if not file.exists():
        raise Refusal(
            f"There is no {CERTIFICATE} in {folder}, so it is not known whose seal it should be. Please give the "
            "certificate of whoever sealed it with --certificate, or set SEAL_FOLDER."
        )
    return certificate_of(file)


def certificate_of(file: Path) -> Certificate:
    """Return the certificate in a PEM file. Raises Refusal when there is none."""
    try:
        return Certificate.load(_der(file))
    except (OSError, ValueError):
        raise Refusal(f"{file} is no certificate in PEM.") from None


def _der(file: Path) -> bytes:
    return bytes(pem.unarmor(file.read_bytes())[2])


def _make(folder: Path, now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Accord, self-signed seal")])
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only"), False
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(UTC) - timedelta(days=1))
        .not_valid_after(now.astimezone(UTC) + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(digital_signature=True, content_commitment=True, decipher_only=False, **usage), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(folder / KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(private)
    (folder / CERTIFICATE).write_bytes(made.public_bytes(serialization.Encoding.PEM))


def seal(pdf: bytes, with_: Seal, *, reason: str, timestamps: str | None = None) -> bytes:
    """Return a PDF sealed: whatever is changed or added afterwards breaks it. Raises Refusal for one sealed already.

    `timestamps`: the address of a timestamp authority, whose timestamp is part of the seal; None for none. Raises
    TimestampsAway when it gives none: nothing is wrong with the document then, and the caller can try again later.
    """
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if writer.prev.embedded_signatures:
        raise Refusal("It carries an electronic signature already, and a seal has to be the only one.")
    registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    signer = signers.SimpleSigner(signing_cert=with_.certificate, signing_key=with_.key, cert_registry=registry)
    told = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
    )
    authority = _Authority(timestamps, timeout=STAMP_SECONDS) if timestamps else None
    sealed = bytes(_apart(lambda: signers.sign_pdf(writer, told, signer=signer, timestamper=authority)).getvalue())
    if authority is not None and not _usable(_apart(lambda: _status(sealed, with_.certificate)).timestamp_validity):
        raise authority.away()  # what it sent is a timestamp of something else, or not its own
    return sealed


def stamp(digest: bytes, authority: str) -> bytes:
    """Return a timestamp authority's token (RFC 3161, DER) for a SHA-256 digest. Raises TimestampsAway without one."""
    asked = _Authority(authority, timeout=STAMP_SECONDS)
    token = _apart(lambda: asyncio.run(asked.async_timestamp(digest, "sha256")))
    try:
        stamped = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]["hashed_message"].native
    except (ValueError, TypeError, KeyError):
        raise asked.away() from None
    if stamped != digest:
        raise asked.away()
    return bytes(token.dump())


def _apart(work: Callable[[], Done]) -> Done:
    """Return what `work` returns, done in a thread of its own: pyHanko starts an event loop, and one may run here."""
    with ThreadPoolExecutor(1, thread_name_prefix="seal") as aside:
        return aside.submit(work).result()


class _Authority(HTTPTimeStamper):
    """A timestamp authority whose every failure is TimestampsAway."""

    def away(self) -> TimestampsAway:
        host = urlsplit(self.url).hostname
        return TimestampsAway(f"The timestamp authority at {host} gives no timestamp. Please try again later.")

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            token.native  # noqa: B018 (reads all of it: what cannot be read shows here, and not later)
        except Exception as wrong:
            raise self.away() from wrong
        return token


def verify(pdf: bytes, trusted: Certificate) -> Verified:
    """Return who sealed a document. Raises Refusal, in a sentence, unless one seal of this certificate covers it all.

    More is asked than that the signature is valid: bytes after it, and changes a reader would allow, are refused too.
    It has to be this very certificate; that it may have expired since is no matter.
    """
    status = _apart(lambda: _status(pdf, trusted))
    if not status.intact:
        raise Refusal("Its seal is broken: the document was changed after it was sealed.")
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        raise Refusal("Its seal does not cover the whole file: something was added after it was sealed.")
    if status.modification_level is not ModificationLevel.NONE:
        raise Refusal("Its seal is broken: the document was changed after it was sealed.")
    if status.signing_cert.dump() != trusted.dump():
        raise Refusal("It was sealed by another certificate than the one given.")
    if not (status.valid and status.trusted):
        raise Refusal("Its seal is not valid.")
    stamp = status.timestamp_validity
    if stamp is not None and not _usable(stamp):
        raise Refusal("The timestamp in its seal is not valid.")
    certificate = status.signing_cert
    return Verified(
        certificate.subject.human_friendly,
        certificate.sha256.hex(),
        status.signer_reported_dt,
        None if stamp is None else _stamp(stamp),
    )


def _status(pdf: bytes, trusted: Certificate) -> PdfSignatureStatus:
    """Return what is to be said of the one signature in a PDF. Raises Refusal when there is none or several."""
    context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
    try:
        found = PdfFileReader(BytesIO(pdf), strict=True).embedded_signatures
        status = validate_pdf_signature(found[0], signer_validation_context=context) if found else None
    except Exception:  # noqa: BLE001 (whatever cannot be read has been changed)
        raise Refusal("Its seal is broken: the file cannot be read as it was sealed.") from None
    if status is None:
        raise Refusal("It carries no seal.")
    if len(found) > 1:
        raise Refusal("It carries more than one signature; a sealed document has its seal alone.")
    return status


def _usable(stamp: TimestampSignatureStatus | None) -> bool:
    return stamp is not None and stamp.valid and stamp.intact


def _stamp(found: TimestampSignatureStatus) -> Stamp:
    authority = found.signing_cert
    return Stamp(found.timestamp, authority.subject.human_friendly, authority.sha256.hex())
