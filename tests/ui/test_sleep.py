from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

from fsdesk.ui.sleep import Sleep

LOGIND, PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of our own, on which somebody goes by logind's name."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()


@pytest.fixture
def sleep(qapp, bus) -> Iterator[Sleep]:
    yield Sleep(QDBusConnection.connectToBus(bus, "sleep"))
    QDBusConnection.disconnectFromBus("sleep")


@pytest.fixture
def logind(qapp, bus) -> Iterator[QDBusConnection]:
    made = QDBusConnection.connectToBus(bus, "logind")
    assert made.registerService(LOGIND)
    yield made
    QDBusConnection.disconnectFromBus("logind")


@pytest.mark.needs_tool("dbus-daemon")
@pytest.mark.parametrize("begins", [True, False])
def test_a_sleep_is_heard_when_it_begins_and_when_it_ends(sleep, bus, logind, qtbot, begins):
    """Whichever comes through first."""
    said = QDBusMessage.createSignal(PLACE, "org.freedesktop.login1.Manager", "PrepareForSleep")
    said.setArguments([begins])
    with qtbot.waitSignal(sleep.coming):
        logind.send(said)


@pytest.mark.needs_tool("dbus-daemon")
def test_a_session_that_is_locked_is_heard(sleep, bus, logind, qtbot):
    with qtbot.waitSignal(sleep.coming):
        logind.send(
            QDBusMessage.createSignal(f"{PLACE}/session/_31", "org.freedesktop.login1.Session", "Lock")
        )


@pytest.mark.needs_tool("dbus-daemon")
def test_nobody_else_is_believed(sleep, bus, logind, qtbot):
    """Another program on the bus that says the same is not logind."""
    other = QDBusConnection.connectToBus(bus, "other")
    said = QDBusMessage.createSignal(PLACE, "org.freedesktop.login1.Manager", "PrepareForSleep")
    said.setArguments([True])
    with qtbot.assertNotEmitted(sleep.coming, wait=200):
        other.send(said)
    QDBusConnection.disconnectFromBus("other")

    assert sleep.hears


class Waiting(QDBusVirtualObject):
    """logind, as far as it lets a sleep wait: it gives one end of a pipe, and sees when it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[str]] = []
        self._reading = -1

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        self.asked.append(message.arguments())
        self._reading, writing = os.pipe()
        given = QDBusUnixFileDescriptor(writing)
        os.close(writing)
        return bus.send(message.createReply([given]))

    @property
    def waits(self) -> bool:
        """Whether somebody still holds the other end."""
        return self._reading >= 0 and not select.select([self._reading], [], [], 0)[0]

    def close(self) -> None:
        os.close(self._reading)


@pytest.mark.needs_tool("dbus-daemon")
def test_a_sleep_waits_until_the_plans_are_locked(sleep, bus, logind, qtbot):
    """For as long as the file that logind gave is open."""
    waiting = Waiting()
    logind.registerVirtualObject(PLACE, waiting)
    sleep.hold()
    qtbot.waitUntil(lambda: waiting.waits)
    sleep.let_go()
    qtbot.waitUntil(lambda: not waiting.waits)
    logind.unregisterObject(PLACE)
    waiting.close()

    assert [["sleep", "fsdesk", "fsdesk locks the plans", "delay"]] == waiting.asked


def test_without_such_a_system_nothing_is_heard_and_nothing_is_wrong(qapp):
    sleep = Sleep(QDBusConnection.connectToBus("unix:path=/nonexistent", "nowhere"))
    sleep.hold()
    sleep.let_go()

    assert not sleep.hears
