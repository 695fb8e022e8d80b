"""The builder itself: what the other tests change raises nothing by itself."""

from assessment_situations import assessed, codes


def test_the_base_case_raises_no_finding() -> None:
    assert codes(assessed()) == {"expertise_costs", "no_current_defect"}


def test_the_base_case_rests_on_more_than_thirty_days() -> None:
    assessment = assessed()
    assert assessment.can_be_made
    assert [g.id for g in assessment.grounds if g.carries] == ["unusable_over_30_days"]
