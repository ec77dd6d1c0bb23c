from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import codes
from fsdesk.plans.codes import SIGNS

sevens = st.text(SIGNS, min_size=7, max_size=7)
minted = st.binary(min_size=5, max_size=5).map(codes.mint)


def with_check(seven: str) -> str:
    return seven + codes.check_sign(seven)


def is_right(signs: str) -> bool:
    return codes.is_right(codes.tidy(signs))


class TestMint:
    def test_the_code_on_the_pictures_is_a_right_one(self) -> None:
        assert codes.is_right("K7QM-3TXH")

    def test_its_signs_are_the_last_35_bits_and_a_check_sign(self) -> None:
        bits = sum(SIGNS.index(sign) << 5 * place for place, sign in enumerate(reversed("K7QM3TX")))

        assert "K7QM-3TXH" == codes.mint(bits.to_bytes(5, "big"))

    def test_more_bytes_than_it_takes_are_welcome(self) -> None:
        assert codes.mint(b"\xff" * 5) == codes.mint(b"\xff" * 32)

    def test_fewer_than_five_bytes_are_no_code(self) -> None:
        with pytest.raises(ValueError, match="5 random bytes"):
            codes.mint(b"four")

    @given(minted)
    def test_every_minted_code_is_right_and_already_tidy(self, code: str) -> None:
        assert codes.is_right(code)
        assert code == codes.tidy(code)


class TestCheckSign:
    @pytest.mark.parametrize("seven", ["", "K7QM3T", "K7QM3TXH", "K7QM3TU", "k7qm3tx"])
    def test_it_is_made_of_seven_signs_only(self, seven: str) -> None:
        with pytest.raises(ValueError, match="seven signs"):
            codes.check_sign(seven)

    @pytest.mark.parametrize("seven", ["0000000", "ZZZZZZZ", "K7QM3TX", "12345AB"])
    def test_one_wrong_sign_always_shows(self, seven: str) -> None:
        code = with_check(seven)
        changed = [code[:at] + sign + code[at + 1 :] for at in range(8) for sign in SIGNS]

        assert {code} == {one for one in changed if is_right(one)}

    def test_two_signs_swapped_always_show_whatever_they_are(self) -> None:
        unseen = []
        for first, second in combinations(range(7), 2):
            for one, other in combinations(SIGNS, 2):
                signs = list("3H0W8ZM")
                signs[first], signs[second] = one, other
                check = codes.check_sign("".join(signs))
                signs[first], signs[second] = other, one
                if codes.check_sign("".join(signs)) == check:
                    unseen.append((first, second, one, other))

        assert [] == unseen

    @given(sevens)
    def test_the_check_sign_swapped_with_any_other_shows(self, seven: str) -> None:
        code = with_check(seven)
        swapped = [code[:at] + code[7] + code[at + 1 : 7] + code[at] for at in range(7)]

        assert {code} >= {one for one in swapped if is_right(one)}

    @given(sevens, st.data())
    def test_two_neighbours_swapped_show_in_every_code(self, seven: str, data: st.DataObject) -> None:
        code = with_check(seven)
        at = data.draw(st.integers(0, 6))
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]

        assert (swapped == code) is is_right(swapped)

    def test_each_of_the_32_signs_is_a_check_sign(self) -> None:
        assert set(SIGNS) == {codes.check_sign("000000" + sign) for sign in SIGNS}


class TestTidy:
    @pytest.mark.parametrize(
        "typed",
        [
            "K7QM-3TXH", "k7qm3txh", " K7QM 3TXH\n", "k 7 q m – 3 t x h", "K7QM\u20113TXH", "\u200eK7QM-3TXH\u200f",
            "Ｋ７ＱＭ３ＴＸＨ", "K٧QM-٣TXH",
        ],
    )  # fmt: skip
    def test_a_code_is_read_however_it_was_typed(self, typed: str) -> None:
        assert "K7QM-3TXH" == codes.tidy(typed)

    @pytest.mark.parametrize(("typed", "meant"), [("oo1lI0Oi", "0011-1001"), ("LLLLOOOO", "1111-0000")])
    def test_signs_that_are_easily_misread_read_as_the_numbers_they_look_like(
        self, typed: str, meant: str
    ) -> None:
        assert meant == codes.tidy(typed)

    @given(st.text(max_size=12))
    def test_tidying_twice_changes_nothing_more(self, typed: str) -> None:
        once = codes.tidy(typed)

        assert once == codes.tidy(once)

    @given(minted)
    def test_a_code_read_back_without_its_dash_in_small_letters_is_the_same(self, code: str) -> None:
        assert code == codes.tidy(code.replace("-", "").lower())


class TestIsRight:
    @pytest.mark.parametrize(
        "code", ["", "-", "K7QM-3TX", "K7QM-3TXHH", "K7QM-3TXJ", "K7QM-3TXU", "خ7QM-3TXH"]
    )
    def test_what_is_no_code_is_not_right(self, code: str) -> None:
        assert not codes.is_right(code)

    def test_only_the_shown_form_is_right_so_that_one_code_has_one_form(self) -> None:
        assert not codes.is_right("K7QM3TXH")
        assert not codes.is_right("K7-QM3TXH")
