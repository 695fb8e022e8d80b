"""Sentences that several grounds say alike."""

NOT_NEEDED = "Товара нет в перечне технически сложных: это основание не нужно."
CATEGORY_UNKNOWN = "Не сказано, какой это товар: есть ли он в перечне."
REPAIRS_UNKNOWN = "Не сказано, чинили ли товар."
TRANSFER_UNKNOWN = "Не сказано, когда товар куплен и передан."
DEFECT_UNKNOWN = "Не сказано, что не работает сейчас."
