package shop.pay

class Account(val id: String, var cents: Long)

class Ledger {
    lateinit var owner: String
    fun sign() = "signed by " + owner // OTHER
}

fun withdraw(a: Account, cents: Long) {
    require(cents <= a.cents) { "account ${a.id} has only ${a.cents} cents" } // RAISES
    a.cents -= cents
}

fun main(args: Array<String>) {
    println("mode ${args[0]}")
    when (args[0]) {
        "withdraw" -> listOf(300L, 500L, 900L).forEach { withdraw(Account("A-1", 800), it) }
        "lateinit" -> println(Ledger().sign())
        else -> {
            listOf(300L, 900L, 500L).forEach { c ->
                runCatching { withdraw(Account("A-1", 800), c) }.onFailure { println("refused: $it") }.onSuccess { println("paid $c") }
            }
            for (i in 1..20) println("statement $i printed")
        }
    }
}
