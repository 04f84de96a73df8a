import Options.Applicative

data Options = Options Int Bool

options :: Parser Options
options = Options <$> option auto (long "port" <> metavar "PORT" <> help "port to listen at") <*> switch (long "verbose")

main :: IO ()
main = do
  putStrLn "gate 1.4"
  Options port _ <- execParser (info (options <**> helper) (fullDesc <> progDesc "lets requests in"))
  print port
