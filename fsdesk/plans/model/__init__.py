"""The plan model, field by field; each module holds one part of a plan."""

from __future__ import annotations

from fsdesk.plans.model.base import *  # noqa: F403 - the model is one vocabulary, read through this door
from fsdesk.plans.model.goals import *  # noqa: F403
from fsdesk.plans.model.people import *  # noqa: F403
from fsdesk.plans.model.plan import *  # noqa: F403
from fsdesk.plans.model.reviews import *  # noqa: F403
from fsdesk.plans.model.safety import *  # noqa: F403
from fsdesk.plans.model.team import *  # noqa: F403
from fsdesk.plans.model.voices import *  # noqa: F403
from fsdesk.plans.model.worker import *  # noqa: F403
