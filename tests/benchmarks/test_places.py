from benchmarks.places import Squeezed, overlap, shared


def test_quotes_are_found_across_line_ends() -> None:
    text = Squeezed("一等奖 2件\n、二等\n奖6件。一等奖2件")
    assert text.find("一等奖2件、") == ((0, 6),)
    assert text.find("一等奖2件") == ((0, 5), (12, 17))
    assert text.find("二等　奖6件") == ((6, 11),)
    assert text.find("三等奖") == ()
    assert text.find(" ") == ()


def test_places_leave_white_space_out() -> None:
    text = Squeezed("甲 乙\n丙丁")
    assert text.place(2, 5) == (1, 3)
    assert text.place(0, 6) == (0, 4)
    assert text.find("乙丙") == (text.place(2, 5),)


def test_the_sentence_around_a_place() -> None:
    text = Squeezed("第一句。第二\t句！第三句")
    assert text.sentence((5, 6)) == "第二 句！"
    assert text.sentence((9, 10)) == "第三句"
    assert Squeezed(" ").sentence((0, 0)) == ""


def test_overlap_needs_a_shared_character() -> None:
    assert overlap(((0, 5),), ((9, 12), (4, 6)))
    assert not overlap(((0, 5),), ((5, 6),))
    assert not overlap((), ((0, 5),))


def test_shared_is_intersection_over_union() -> None:
    assert shared(((0, 10),), ((5, 15),)) == 5 / 15
    assert shared(((0, 10),), ((50, 60), (0, 8))) == 0.8
    assert shared(((0, 10),), ((10, 20),)) == 0.0
