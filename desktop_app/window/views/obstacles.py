"""The card that says what there is no letter without."""

from collections.abc import Callable
from functools import partial

from desktop_app.interview.obstacles import Obstacle
from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import Sizes
from desktop_app.window.views.pieces import Card, beside, column, link, words


class ObstacleCard(Card):
    """Obstacles one below the other, each with a link that leads to its answer."""

    def __init__(
        self,
        role: str,
        sizes: Sizes,
        title: str,
        found: tuple[Obstacle, ...],
        verb: str,
        ask: Callable[[str], None],
    ) -> None:
        super().__init__(role, sizes, title)
        for obstacle in found:
            text = column(sizes, words(obstacle.label, "label"), words(tidy(obstacle.sentence)))
            go = link(
                verb,
                partial(ask, obstacle.path),
                f"{verb}: {obstacle.label}",
                says=obstacle.sentence,
            )
            self.add(beside(sizes, text, go))


class StoppingCard(Card):
    """Why there is no letter as the facts are told, and the way to what can be done."""

    def __init__(
        self, sizes: Sizes, found: tuple[Obstacle, ...], title: str, do: Callable[[], None]
    ) -> None:
        super().__init__("care", sizes, title)
        for obstacle in found:
            self.add(words(tidy(obstacle.sentence)))
        self.ways = link(
            "Что можно сделать", do, "Что можно сделать", says="Ведёт к выводам закона."
        )
        self.add(self.ways)
