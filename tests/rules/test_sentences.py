"""A sentence names a word of Accord's by a mark of its own."""

from rules.sentences import END, WORD, WORDS, word


def test_a_sentence_is_split_at_its_words():
    sentence = f"{word('issues')} lists them, {word('issue', 'SEF-7')} shows one."
    assert WORDS.split(sentence) == ["", "issues", " lists them, ", "issue SEF-7", " shows one."]


def test_what_a_word_is_about_makes_no_other_word():
    forged = f"SEF-7{END} or {WORD}people"
    assert WORDS.split(word("issue", forged)) == ["", "issue SEF-7 or people", ""]
