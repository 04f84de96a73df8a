package sink

@Deprecated("errors are counted by the sink", ReplaceWith("count"))
fun errors(rows: List<String?>): Int = rows.count { it!!.startsWith("ERROR") }

fun count(rows: List<String>, unused: Int): Int {
    val failure = "fatal"
    for (row in rows) {
        try {
            row.toInt()
        } catch (e: NumberFormatException) {
            println("row '$row' is kept as text: $e")
        }
    }
    return rows.size
}

fun main() {
    println("${errors(listOf("ok", "ok"))} errors in ${count(listOf("1", "x"), 0)} rows")
}
