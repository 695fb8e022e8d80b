"""Step 12: all answers in groups, with what is wrong and what the shop will say. No questions."""

from desktop_app.interview.question import Step

STEP = Step(id="review", title="Проверьте ответы", view="review")
