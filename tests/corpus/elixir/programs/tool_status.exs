defmodule Tool do
  def run!(cmd, args) do
    case System.cmd(cmd, args, stderr_to_stdout: true) do
      {out, 0} -> out
      {out, code} -> raise "#{cmd} exited with #{code}:\n#{out}"
    end
  end
end

IO.puts(Tool.run!("echo", ["packing"]))
IO.puts(Tool.run!("tar", ["-cf", "/app/x.tar", "/app/no-such-folder"]))
