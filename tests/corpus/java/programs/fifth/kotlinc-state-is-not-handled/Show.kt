fun show(state: State): String = when (state) {
    Queued -> "queued"
    is Running -> "runs on ${state.host}"
}

fun main() {
    val note: String? = System.getenv("NOTE")
    listOf(Queued, Running("db1"), Failed("disk full")).forEach { println(show(it) + note.length) }
}
