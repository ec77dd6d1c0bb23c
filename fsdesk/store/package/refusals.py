"""Why a package is not taken, in words for the person who holds it; nothing of it is taken then."""

from __future__ import annotations

from fsdesk.errors import Refused


class PackageRefused(Refused):
    """A package of which nothing was taken."""

    what = "This package was not taken."
    what_next = "Nothing was changed here."


class DamagedPackage(PackageRefused):
    """Part of the package is missing or altered."""

    what = "This package is damaged: part of it is missing or altered."
    what_next = "Nothing was changed here. Ask the sender to make it again."


class NotAPackage(PackageRefused):
    """The file is no package at all."""

    what = "This file is not a package that fsdesk can open."
    what_next = "Nothing was changed here. Check that it is the right file, and whole."


class PackageTooNew(PackageRefused):
    """The package was made by a newer fsdesk."""

    what = "This package was made by a newer fsdesk."
    what_next = "Nothing was changed here. Bring this fsdesk up to date, then open the package again."


class NotForUs(PackageRefused):
    """The package is sealed to other people."""

    what = "This package is sealed to somebody else."
    what_next = "Nothing was changed here. Ask the sender to seal it to your contact card."


class OwnPackage(PackageRefused):
    """The package was made on this laptop."""

    what = "This is a package of your own: it was made on this laptop."
    what_next = (
        "Nothing was changed here, and nothing is needed: it is meant for the people it was sealed to."
    )


class UnknownSender(PackageRefused):
    """The sender's card was never accepted here."""

    what = "This package comes from a laptop whose contact card you have not accepted."
    what_next = "Nothing was changed here. Accept the sender's card first, then open the package again."


class WithdrawnSender(PackageRefused):
    """The sender's card was withdrawn."""

    what = "This package comes from a laptop whose contact card was withdrawn."
    what_next = "Nothing was changed here. Speak to your team lead."


class NotTheSender(PackageRefused):
    """The signature is not the sender's."""

    what = "This package does not carry its sender's own seal."
    what_next = "Nothing was changed here. Ask the sender to make it again and hand it to you."


class AnotherTeam(PackageRefused):
    """The package belongs to another team."""

    what = "This package belongs to another team."
    what_next = "Nothing was changed here. Plans pass only inside one team."


class BrokenChain(PackageRefused):
    """The edits in the package do not follow on from each other."""

    what = "The changes in this package do not follow on from each other."
    what_next = "Nothing was changed here. Ask the sender to make it again."


class ForkedLaptop(PackageRefused):
    """A laptop wrote two different edits with one number."""

    what = "A laptop in this package has written on from an old copy: two changes claim the same place."
    what_next = "Nothing was changed here. Your team lead has to decide between the two copies."


class NoRoster(PackageRefused):
    """A roster is none, or does not carry the seal of a lead."""

    what = "The team list in this file is damaged, or does not carry your team lead's seal."
    what_next = "Nothing was changed here. Ask the sender to make it again."


class RosterOfNobody(PackageRefused):
    """A roster names nobody."""

    what = "The team list in this file names nobody."
    what_next = "Nothing was changed here. Ask your team lead to make it again."


class OlderRoster(PackageRefused):
    """A roster is older than the one that is here."""

    what = "This team list is older than the one that is here."
    what_next = "Nothing was changed here. Ask your team lead for the newest one."
