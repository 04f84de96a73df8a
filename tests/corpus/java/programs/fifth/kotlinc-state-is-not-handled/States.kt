sealed class State
object Queued : State()
data class Running(val host: String) : State()
data class Failed(val error: String) : State()
