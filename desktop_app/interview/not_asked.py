"""The keys of the contract that no page asks, each with the reason."""

NOT_ASKED: dict[str, str] = {
    "format": "says that the file is a case; set when the case is made",
    "version": "the version of the file's shape; set when the case is made",
    "id": "made when the case is, never changed",
    "answers.unreadable": "kept by the form itself: text that could not be read",
    "answers.unknown": "kept by the form itself: «не знаю»",
    "answers.no_document": "kept by the form itself: «документа нет», and what there is none of",
    "answers.accepted_risks[].code": "kept by the form itself: «всё верно»",
    "answers.accepted_risks[].facts": "kept by the form itself: what «всё верно» rests on",
}
