import Control.Exception (evaluate)
import Test.Hspec

net :: Int -> Int -> Int
net gross percent = gross * 100 `div` (100 + percent)

main :: IO ()
main = hspec $ describe "net" $ do
  it "takes nineteen percent off" $ net 11900 19 `shouldBe` 10000
  it "is rounded" $ do
    net 999 7 `shouldBe` 934 -- RAISES
  it "refuses minus hundred" $ evaluate (net 1 (-100)) `shouldThrow` anyArithException
