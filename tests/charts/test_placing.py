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


def test_a_label_that_could_be_taken_for_another_points_stands_elsewhere():
    lower, upper = (60, 50), (50, 62)
    box = place_labels([lower, upper], sizes=[(30, 9), (30, 9)], area=(200, 100))[1]
    assert not (box.y < lower[1] < box.y + box.height), "on the line of the other mark it would be read as its label"
    assert box.distance(upper) < box.distance(lower)


def test_no_line_from_a_point_to_its_label_crosses_another_label():
    points = [(50 + 4 * n, 50) for n in range(8)]
    placed = place_labels(points, sizes=[(40, 9)] * 8, area=(200, 100))
    labels = [(box, point) for box, point in zip(placed, points, strict=True) if box]
    assert len(labels) > 2
    assert not any(
        box.is_crossed(point, own.nearest(point)) for own, point in labels for box, _ in labels if box is not own
    )
    assert Box(10, 10, 5, 5).is_crossed((0, 0), (20, 20)) and not Box(10, 10, 5, 5).is_crossed((0, 0), (20, 5))


def test_a_distance_is_that_to_the_nearest_edge_and_less_at_the_sides():
    box = Box(10, 10, 20, 10)
    assert [box.distance(point) for point in ((15, 15), (20, 25), (40, 15))] == [0, 5, 6]
