"""The command that forgets what is kept of laid out handbooks."""

from __future__ import annotations

from slaeditor.session.rendering import new_press


def test_kept_pages_are_removed_and_counted(window, tmp_path):
    new_press().store.put("a" * 64, b"pages")
    folder = tmp_path / "state" / "pieces"
    assert len(list(folder.iterdir())) == 1
    window.actions_of.by_id["tools.forget_pages"].trigger()
    assert list(folder.iterdir()) == []
    assert "1 kept part of handbooks removed." in window.statusBar().currentMessage()
