"""Each setting, good and bad; and the example file, which lists them all and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import BadSettingsError, Settings, read_database_url, read_settings

ROOT = Path(__file__).parents[2]
NEEDED = {"SLACK_BOT_TOKEN": "xoxb-here-is-the-token", "SLACK_SIGNING_SECRET": "here-is-the-secret"}


@pytest.fixture(autouse=True)
def only_what_a_test_sets(monkeypatch, tmp_path):
    """No setting from the machine, and no `.env` in the folder."""
    for field in Settings.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    for name, value in NEEDED.items():
        monkeypatch.setenv(name, value)


def test_what_is_not_set_has_a_default_that_works():
    found = read_settings()
    assert (found.database_url, found.slack_api_url) == ("sqlite:///accord.sqlite3", "https://slack.com/api/")
    assert (found.host, found.port, found.web_threads) == ("127.0.0.1", 3000, 8)
    assert (found.tick_seconds, found.seconds_between_messages, found.log_level) == (5, 1, "info")


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("DATABASE_URL", "sqlite:////srv/accord.sqlite3", "sqlite:////srv/accord.sqlite3"),
        ("DATABASE_URL", "postgresql://a:b@db/accord", "postgresql://a:b@db/accord"),
        ("DATABASE_URL", "postgres://a:b@db/accord", "postgresql://a:b@db/accord"),
        ("SLACK_BOT_TOKEN", "xoxb-1", "xoxb-1"),
        ("SLACK_SIGNING_SECRET", "s", "s"),
        ("SLACK_API_URL", "https://slack.example.org/api", "https://slack.example.org/api/"),
        ("SLACK_API_URL", "http://127.0.0.1:8123/api/", "http://127.0.0.1:8123/api/"),
        ("HOST", "0.0.0.0", "0.0.0.0"),
        ("PORT", "0", 0),
        ("PORT", "65535", 65535),
        ("WEB_THREADS", "64", 64),
        ("TICK_SECONDS", "0.5", 0.5),
        ("SECONDS_BETWEEN_MESSAGES", "0", 0),
        ("LOG_LEVEL", "WARNING", "warning"),
        ("PUBLIC_URL", "", None),
        ("PUBLIC_URL", "https://accord.example.org", "https://accord.example.org"),
        ("PUBLIC_URL", " https://example.org:8443/accord/ ", "https://example.org:8443/accord"),
        ("PUBLIC_URL", "http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("SEAL_TIMESTAMPS", "", None),
        ("SEAL_TIMESTAMPS", "https://time.example.org/tsa", "https://time.example.org/tsa"),
        ("SEAL_TIMESTAMPS", "http://localhost:318/", "http://localhost:318/"),
    ],
)
def test_a_good_value_is_taken(monkeypatch, name, written, read):
    monkeypatch.setenv(name, written)
    assert getattr(read_settings(), name.lower()) == read


@pytest.mark.parametrize(
    ("name", "written", "hint"),
    [
        ("DATABASE_URL", "mysql://a:b@db/accord", "write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"),
        ("SLACK_BOT_TOKEN", "", "at least 1 character"),
        ("SLACK_SIGNING_SECRET", "", "at least 1 character"),
        ("SLACK_API_URL", "http://slack.example.org/api/", "write an https:// address, or one on this machine"),
        ("PORT", "65536", "less than or equal to 65535"),
        ("PORT", "web", "a valid integer"),
        ("WEB_THREADS", "0", "greater than or equal to 1"),
        ("TICK_SECONDS", "0", "greater than 0"),
        ("SECONDS_BETWEEN_MESSAGES", "-1", "greater than or equal to 0"),
        ("SEAL_TIMESTAMPS", "http://time.example.org/tsa", "write an https:// address, or one on this machine"),
        ("PUBLIC_URL", "http://accord.example.org", "write an https:// address, or one on this machine"),
        ("PUBLIC_URL", "accord.example.org", "write an https:// address, or one on this machine"),
        ("PUBLIC_URL", "https://", "with nothing behind it"),
        ("PUBLIC_URL", "https://accord.example.org/?a=b", "with nothing behind it"),
        ("PUBLIC_URL", "https://accord.example.org/#top", "with nothing behind it"),
        ("PUBLIC_URL", "https://ann:pass@accord.example.org", "with nothing behind it"),
        ("PUBLIC_URL", "https://accord.example.org:port", "with nothing behind it"),
        ("PUBLIC_URL", "https://accord.example.org/a b", "with nothing behind it"),
        ("LOG_LEVEL", "loud", "write debug, info, warning or error"),
    ],
)
def test_a_bad_value_stops_the_start_with_a_hint_that_names_it(monkeypatch, name, written, hint):
    monkeypatch.setenv(name, written)
    with pytest.raises(BadSettingsError) as stopped:
        read_settings()
    sentence = str(stopped.value)
    assert sentence.startswith(f"{name} is not usable: ")
    assert hint in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_what_is_missing_is_named_with_the_place_that_says_where_to_find_it(monkeypatch):
    for name in NEEDED:
        monkeypatch.delenv(name)
    with pytest.raises(BadSettingsError) as stopped:
        read_settings()
    assert str(stopped.value).splitlines() == [
        f"{name} is not set. Set it in the environment or in .env; .env.example says where to find it."
        for name in NEEDED
    ]


def test_every_fault_is_named_at_once(monkeypatch):
    monkeypatch.setenv("PORT", "web")
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    with pytest.raises(BadSettingsError) as stopped:
        read_settings()
    named = {line.split()[0] for line in str(stopped.value).splitlines()}
    assert named == {"PORT", "LOG_LEVEL", "SLACK_BOT_TOKEN"}


def test_settings_are_read_from_a_file_and_the_environment_goes_first(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("PORT=3001\nWEB_THREADS=2\nSOMETHING_ELSE=1\n", encoding="utf-8")
    monkeypatch.setenv("WEB_THREADS", "3")
    found = read_settings()
    assert (found.port, found.web_threads) == (3001, 3)


def test_a_command_without_slack_needs_the_database_only(monkeypatch):
    for name in NEEDED:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@db/accord")
    assert read_database_url() == "postgresql://a:b@db/accord"
    monkeypatch.setenv("DATABASE_URL", "accord.sqlite3")
    with pytest.raises(BadSettingsError, match="DATABASE_URL is not usable: write sqlite:///FILE"):
        read_database_url()


def test_no_secret_shows_when_settings_are_printed(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://accord:the-password@db/accord")
    shown = repr(read_settings()) + str(read_settings())
    assert [secret for secret in (*NEEDED.values(), "the-password") if secret in shown] == []


def test_no_value_shows_in_the_sentence_about_it(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://accord:the-password@db/accord")
    with pytest.raises(BadSettingsError) as stopped:
        read_settings()
    assert "the-password" not in str(stopped.value)


def test_the_example_file_lists_every_setting_and_no_other():
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert sorted(given) == sorted(field.upper() for field in Settings.model_fields)
    written = Settings(**{name.lower(): value for name, value in (given | NEEDED).items()})
    for name, field in Settings.model_fields.items():
        if not field.is_required():
            assert getattr(written, name) == field.default, f"the example of {name.upper()} is not its default"
