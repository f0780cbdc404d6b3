from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.placing import Box, place_labels

points = st.lists(st.tuples(st.floats(0, 200), st.floats(0, 100)), max_size=25)


@given(points, points)
def test_labels_cover_nothing_and_stay_inside(labelled, others):
    placed = place_labels(labelled, sizes=[(30, 9)] * len(labelled), others=others, area=(200, 100))
    boxes = [box for box in placed if box]
    marks = [Box(x - 3, y - 3, 6, 6) for x, y in [*labelled, *others]]
    for number, box in enumerate(boxes):
        assert box.within(200, 100)
        assert not any(box.meets(other) for other in [*boxes[:number], *marks])


def test_a_lone_label_stands_at_the_right():
    assert place_labels([(50, 50)], sizes=[(30, 9)], area=(200, 100)) == [Box(54.5, 45.5, 30, 9)]
