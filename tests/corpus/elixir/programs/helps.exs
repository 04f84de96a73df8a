IO.puts("""
usage: crashview FILE

Sorts reports like
    ** (KeyError) key :x not found in: %{}
        app.exs:3: App.run/1
        (stdlib 4.2) erl_eval.erl:748: :erl_eval.do_apply/7
by their first line.
""")
