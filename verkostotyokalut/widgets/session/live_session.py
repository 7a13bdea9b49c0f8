"""A session as its leaders lead it: followed, moved on, arranged and agreed upon."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...live import Action, agreements, arrangements, comparisons, releases, sessions
from ...live.agreements import Words
from ...live.comparisons import Beside
from .following import FollowedSession


class LiveSession(FollowedSession):
    """A session, and all that its leaders can do with it.

    Made by `verkostotyokalut.open_session`. Widgets take it and follow it; so can a notebook,
    with `observe`.

    Parameters
    ----------
    db
        The store.
    session
        The session to follow.
    """

    def move(self, action: Action) -> None:
        """Do what a leader asks for.

        Raises
        ------
        NotNow
            If it can't be done where the session stands.
        StorageError
            If the store can't keep it; then nothing has changed.
        """
        asked = self._session.asked
        sessions.move(self._db, self.id, action)
        if action is Action.HIDE and asked is not None:
            releases.withdraw(self._db, self.id, self.round, asked)
        self.refresh()
        if action is Action.REVEAL:
            self._release()

    def show_picture(self, picture: int | None) -> None:
        """Choose which of its pictures the projector shows.

        Raises
        ------
        StorageError
            If the store can't keep it.
        """
        sessions.show_picture(self._db, self.id, picture)
        self.refresh()

    def join_at(self, address: str | None) -> None:
        """Choose by which of its addresses phones reach this computer; None: the likeliest.

        Raises
        ------
        ValueError
            If it is no address.
        StorageError
            If the store can't keep it.
        """
        sessions.join_at(self._db, self.id, address)
        self.refresh()

    def compare(self, of: Beside) -> None:
        """Set the groups, or this round and the one before, beside each other; once in a round.

        Raises
        ------
        CannotCompare
            If it can't be done now; see `verkostotyokalut.live.comparisons`.
        StorageError
            If the store can't keep it.
        """
        comparisons.take(self._db, self.id, of)
        self.refresh()

    def count_down(self, minutes: int | None) -> None:
        """Show the room how much time is left (1 to 120 minutes), or with None, stop showing it.

        Raises
        ------
        ValueError
            If it is too little or too much.
        StorageError
            If the store can't keep it.
        """
        sessions.count_down(self._db, self.id, minutes)
        self.refresh()

    def rehearse(self, participants: int | None) -> None:
        """Let made-up participants (1 to 100) take part, or with None, send them away.

        Raises
        ------
        ValueError
            If there are too few or too many.
        UnknownSession
            If this is not a rehearsal.
        StorageError
            If the store can't keep it.
        """
        sessions.rehearse(self._db, self.id, participants)
        self.refresh()

    def agree(self, words: Words, name: str | None = None) -> None:
        """Keep an agreement, or with the ``name`` of one, put it in that one's place.

        Raises
        ------
        CannotAgree
            If there are too many.
        StorageError
            If the store can't keep it.
        """
        if name is None:
            agreements.add(self._db, self.id, words)
        else:
            agreements.change(self._db, self.id, name, words)
        self.refresh()

    def disagree(self, name: str) -> None:
        """Take an agreement away."""
        agreements.remove(self._db, self.id, name)
        self.refresh()

    def agree_again(self, name: str) -> None:
        """Bring back an agreement that was taken away."""
        agreements.restore(self._db, self.id, name)
        self.refresh()

    def define_groups(self, change: Callable[..., Any], *words: Any) -> Any:
        """Change the groups by a function of `verkostotyokalut.live.groups`, such as ``add``.

        Raises
        ------
        CannotGroup
            If it can't be done; then nothing has changed.
        StorageError
            If the store can't keep it.
        """
        done = change(self._db, self.id, *words)
        self.refresh()
        return done

    def arrange(self, item: str, action: dict[str, Any]) -> None:
        """Do something with the notes of an item; see `verkostotyokalut.framework.arrangement`.

        Raises
        ------
        CannotArrange
            If it is no action, or nothing can be arranged now.
        StorageError
            If the store can't keep it.
        """
        asked = self.instrument
        if asked is None or not self.arranges or item not in asked.item_ids:
            raise arrangements.CannotArrange(item)
        arrangements.add(self._db, self.id, self.round, asked.id, item, action)
        self.refresh()

    def undo(self) -> None:
        """Undo what was arranged last."""
        if self.instrument is not None:
            arrangements.undo(self._db, self.id, self.round, self.instrument.id)
            self.refresh()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.instrument is not None:
            arrangements.redo(self._db, self.id, self.round, self.instrument.id)
            self.refresh()
