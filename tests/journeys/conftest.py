"""A team with real laptops for each test that asks for one."""

from __future__ import annotations

from tests.desk.rooms import families, home_of_masters, team
from tests.journeys.scripted import script

__all__ = ["families", "home_of_masters", "script", "team"]
