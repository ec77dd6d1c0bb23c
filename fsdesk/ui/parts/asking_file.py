"""Asking for a file in the system's own dialog, which never holds up the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """``then`` is called with the place somebody chose; the dialog has asked before it names a file that is there.

    ``kind`` is such as "PDF (*.pdf)"; a name without an ending gets that of ``name``.
    """
    asked = _dialog(parent, title, kind, then)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix(Path(name).suffix.lstrip("."))
    asked.selectFile(name)
    asked.open()
    return asked


def ask_for_file(parent: QWidget, title: str, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    """``then`` is called with the file that somebody chose."""
    asked = _dialog(parent, title, kind, then)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.open()
    return asked


def _dialog(parent: QWidget, title: str, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    asked = QFileDialog(parent, title, str(Path.home()), kind)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.fileSelected.connect(lambda place: then(Path(place)))
    return asked


def ask_for_folder(parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """``then`` is called with the folder that somebody chose."""
    asked = _dialog(parent, title, "", then)
    asked.setFileMode(QFileDialog.FileMode.Directory)
    asked.setOption(QFileDialog.Option.ShowDirsOnly)
    asked.open()
    return asked
