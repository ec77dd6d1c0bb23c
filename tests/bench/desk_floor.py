"""The floors of the desk: a bare Qt window that does the like, with no plan, no store and no look behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

SIZE = QSize(1366, 768)


_SHOWN: list[QMainWindow] = []
"""Bare windows stay until the process ends: Qt tells of a widget with the focus that is half gone if one is deleted."""


def window(inside: QWidget) -> QMainWindow:
    """Return a bare window that shows this and has been painted, in place of the one before."""
    if _SHOWN:
        _SHOWN[-1].hide()
    bare = QMainWindow()
    _SHOWN.append(bare)
    bare.resize(SIZE)
    bare.setCentralWidget(inside)
    bare.show()
    bare.activateWindow()
    QApplication.processEvents()
    return bare


def fields(texts: Sequence[str]) -> QScrollArea:
    """Return plain text fields one above the other, as many as these texts, in a part that scrolls."""
    panel = QWidget()
    column = QVBoxLayout(panel)
    for text in texts:
        frame = QFrame()
        held = QVBoxLayout(frame)
        held.addWidget(QLabel("Somebody’s words"))
        held.addWidget(QPlainTextEdit(text))
        column.addWidget(frame)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(panel)
    return area


def key(texts: Sequence[str]) -> Callable[[], object]:
    """Return what types one letter into the first of these fields, and paints it."""
    bare = window(fields(texts))
    field = bare.findChild(QPlainTextEdit)
    field.setFocus()
    return lambda: (QTest.keyClick(field, Qt.Key.Key_A), QApplication.processEvents(), bare)


def section(texts: Sequence[str]) -> Callable[[], object]:
    """Return what shows a new page of these fields in place of the one before, and paints it."""
    bare = window(fields(texts))
    return lambda: (bare.setCentralWidget(fields(texts)), QApplication.processEvents())


def ideas(texts: Sequence[str]) -> Callable[[], object]:
    """Return what lists these lines anew, each as a label, and paints them."""
    bare = window(QWidget())

    def listed() -> None:
        panel = QWidget()
        column = QVBoxLayout(panel)
        for text in texts:
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        bare.setCentralWidget(panel)
        QApplication.processEvents()

    return listed


def search(lines: Sequence[str]) -> QLineEdit:
    """Return a line above a table that keeps only the rows that hold what is typed, painted."""
    model = QSortFilterProxyModel()
    model.setSourceModel(QStringListModel(list(lines), model))
    model.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    panel, line, table = QWidget(), QLineEdit(), QTableView()
    model.setParent(panel)
    table.setModel(model)
    column = QVBoxLayout(panel)
    column.addWidget(line)
    column.addWidget(table)
    line.textChanged.connect(model.setFilterFixedString)
    window(panel)
    return line


def cover() -> Callable[[], object]:
    """Return what shows a plain window without a frame over the whole screen, paints it, and takes it away."""
    window(QWidget())

    def covered() -> None:
        plain = QLabel("Press any key", None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        plain.showFullScreen()
        QApplication.processEvents()
        plain.deleteLater()

    return covered
