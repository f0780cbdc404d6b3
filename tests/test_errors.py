from analysis.errors import InputError


def test_one_line_is_told_as_it_is():
    assert str(InputError("the file is empty")) == "the file is empty"
    assert InputError("the file is empty").lines == ("the file is empty",)


def test_of_several_lines_the_first_is_told_and_how_many_follow():
    error = InputError("a", "b", "c")
    assert str(error) == "a (and 2 more; see check)" and error.lines == ("a", "b", "c")
