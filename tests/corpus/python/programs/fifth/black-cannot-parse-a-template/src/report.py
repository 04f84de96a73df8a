def title( day ):
    return f"report of {day}"
