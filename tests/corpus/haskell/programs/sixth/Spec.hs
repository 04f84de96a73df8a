module Main (main) where

import Control.Exception
import Test.Tasty
import Test.Tasty.HUnit
import Test.Tasty.QuickCheck
import System.Environment
import System.IO

parcel :: Int -> Int
parcel w | w <= 0 = throw (userError ("weight " ++ show w))
         | w > 31 = error "too heavy for a parcel"
         | otherwise = 399 + 20 * w

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  defaultMain $ localOption (QuickCheckReplay (Just 7)) $ testGroup "parcels"
    [ testCase "no weight throws" $ do
        r <- try (evaluate (parcel 0))
        case r of
          Left e -> hPutStrLn stderr ("spec: *** Exception: " ++ show (e :: IOException))
          Right _ -> assertFailure "was taken"
    , testCase "a heavy one errors with a call stack" $ do
        r <- try (evaluate (parcel 40))
        case r of
          Left e -> hPutStrLn stderr ("spec: " ++ displayException (e :: ErrorCall) ++ "\n" ++ prettied e)
          Right _ -> assertFailure "was taken"
    , testProperty "every weight is cheap (known to be false)" $ expectFailure $ \(Positive w) -> parcel w < 700
    , testProperty "heavier is never cheaper" $ forAll (choose (1, 30)) $ \w -> parcel (w + 1) >= parcel w
    ]
 where prettied (ErrorCallWithLocation _ place) = place
