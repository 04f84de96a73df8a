def check_name(user):
    if not user["name"]:
        raise ValueError("name is empty")


def check_age(user):
    try:
        return int(user["age"])
    except ValueError as e:
        raise TypeError("age must be a number") from e


def check_mail(user):
    if "@" not in user["mail"]:
        raise ExceptionGroup("mail is wrong", [ValueError("no @"), KeyError("domain")])


def validate(user):
    errors = []
    for check in (check_name, check_age, check_mail):
        try:
            check(user)
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("user is not valid", errors)  # RAISES


validate({"name": "", "age": "forty", "mail": "nobody"})
