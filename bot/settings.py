"""What a deployment sets, in the environment or in `.env`. A bad value stops the start, with a hint."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def _on_this_machine_or_https(url: object) -> object:
    if not url:  # as .env.example has it
        return None
    if not str(url).startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ValueError("write an https:// address, or one on this machine")
    return url


def _address(url: object) -> object:
    """Return an address that paths are put behind: nothing after its own path, and no name or password in it."""
    url = _on_this_machine_or_https(str(url or "").strip())
    if url is None:
        return None
    parts = urlsplit(str(url))
    try:
        odd = parts.port == 0
    except ValueError:
        odd = True
    if odd or not parts.hostname or parts.username is not None or parts.query or parts.fragment or " " in parts.path:
        raise ValueError("write an address such as https://accord.example.org, with nothing behind it")
    return parts.geturl().rstrip("/")


Timestamps = Annotated[str | None, BeforeValidator(_on_this_machine_or_https)]


class Settings(BaseSettings):
    """The settings of one deployment; `.env.example` lists them with what they mean."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: Annotated[str, Field(repr=False)] = "sqlite:///accord.sqlite3"  # it can hold a password
    slack_bot_token: Annotated[str, Field(min_length=1, repr=False)]
    slack_signing_secret: Annotated[str, Field(min_length=1, repr=False)]
    slack_api_url: str = "https://slack.com/api/"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3000
    web_threads: Annotated[int, Field(ge=1, le=64)] = 8
    tick_seconds: Annotated[float, Field(gt=0, le=60)] = 5
    seconds_between_messages: Annotated[float, Field(ge=0, le=60)] = 1
    log_level: str = "info"
    seal_folder: Path = Path("seal")
    files_folder: Path = Path("files")
    seal_timestamps: Timestamps = None
    public_url: Annotated[str | None, BeforeValidator(_address)] = None

    @field_validator("database_url")
    @classmethod
    def _driver(cls, url: str) -> str:
        if url.startswith("postgres://"):  # as several hosts still write it
            return url.replace("postgres://", "postgresql://", 1)
        if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return url

    @field_validator("slack_api_url")
    @classmethod
    def _api(cls, url: str) -> str:
        if not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
            raise ValueError("write an https:// address, or one on this machine")
        return url if url.endswith("/") else url + "/"

    @field_validator("log_level")
    @classmethod
    def _level(cls, level: str) -> str:
        if level.lower() not in ("debug", "info", "warning", "error"):
            raise ValueError("write debug, info, warning or error")
        return level.lower()


class BadSettingsError(Exception):
    """The settings are not usable; the text says which, why, and what to write."""


class _DatabaseOnly(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite:///accord.sqlite3"


class _FilesOnly(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    files_folder: Path = Path("files")


class _SealOnly(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    seal_folder: Path = Path("seal")
    seal_timestamps: Timestamps = None


def read_seal_folder() -> Path:
    """Return the folder of the seal's certificate and key alone, for commands that need no Slack."""
    return _read_seal().seal_folder


def read_files_folder() -> Path:
    """Return the folder of documents alone, for commands that need no Slack. Raises BadSettingsError."""
    try:
        return _FilesOnly().files_folder
    except ValidationError as error:
        raise BadSettingsError(_explained(error)) from error


def read_seal_timestamps() -> str | None:
    """Return the timestamp authority's address alone, or None when none is asked. Raises BadSettingsError."""
    return _read_seal().seal_timestamps


def _read_seal() -> _SealOnly:
    try:
        return _SealOnly()
    except ValidationError as error:
        raise BadSettingsError(_explained(error)) from error


def read_settings() -> Settings:
    """Return the settings. Raises BadSettingsError with one line for each that is missing or wrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettingsError(_explained(error)) from error


def read_database_url(named: str | None = None) -> str:
    """Return the database's address alone, or the one that is named, for commands that need no Slack.

    Raises BadSettingsError.
    """
    try:
        url = named or _DatabaseOnly().database_url
        return Settings(database_url=url, slack_bot_token="-", slack_signing_secret="-").database_url  # noqa: S106
    except ValidationError as error:
        raise BadSettingsError(_explained(error)) from error


def _explained(error: ValidationError) -> str:
    lines = []
    for fault in error.errors():
        name = str(fault["loc"][0]).upper()
        if fault["type"] == "missing":
            lines.append(
                f"{name} is not set. Set it in the environment or in .env; .env.example says where to find it."
            )
        else:
            lines.append(f"{name} is not usable: {fault['msg'].removeprefix('Value error, ')}.")
    return "\n".join(lines)
