"""The desktop finds the program, and tells its files from those of Scribus by their content."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(LINUX / "slaeditor.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def mime_type() -> ET.Element:
    found = ET.parse(LINUX / "slaeditor.xml").getroot().find(f"{MIME}mime-type")
    assert found is not None
    return found


def test_the_desktop_starts_the_installed_command(entry):
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert entry["Exec"].split()[0] in pyproject["project"]["scripts"]


def test_the_desktop_opens_the_type_that_is_declared(entry, mime_type):
    assert entry["MimeType"] == mime_type.attrib["type"] + ";"


def test_the_icon_is_there(entry):
    assert (ROOT / "resources" / f"{entry['Icon']}.svg").is_file()


def test_the_content_is_recognised_by_its_application_id(mime_type):
    inner = mime_type.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert inner.attrib["offset"] == "68"
    assert inner.attrib["value"].encode("ascii") == (0x534C4131).to_bytes(4, "big")


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no MIME database here")
def test_the_type_can_be_installed(tmp_path):
    (tmp_path / "packages").mkdir()
    shutil.copy(LINUX / "slaeditor.xml", tmp_path / "packages")
    subprocess.run(["update-mime-database", tmp_path], check=True, capture_output=True)
    assert "60:application/vnd.slaeditor.sla:*.sla" in (tmp_path / "globs2").read_text()


def test_macos_learns_the_ending_and_the_kind_of_file():
    told = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    [kind] = told["UTExportedTypeDeclarations"]
    [opened] = told["CFBundleDocumentTypes"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["sla"]
    assert opened["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]


def test_windows_learns_the_ending_for_the_present_user_only():
    words = (PACKAGING / "windows" / "associate.reg").read_text(encoding="utf-8")
    keys = re.findall(r"^\[(.+)\]$", words, re.MULTILINE)
    assert all(key.startswith("HKEY_CURRENT_USER\\Software\\Classes\\") for key in keys)
    assert any("\\.sla\\" in key for key in keys)
    assert '\\"%1\\"' in words
