package vn.khuxuong;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program's one door: {@code serve} runs the service, every other word is a command. */
@SpringBootApplication
public class Khuxuong {

  /**
   * Runs one command and ends the process with its exit code (0 done, 1 the answer is no, 2 bad
   * usage or input); {@code serve} keeps running until it is stopped.
   *
   * @param args the command and its own arguments
   */
  public static void main(String[] args) {
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    System.out.println(rest.length);
  }
}
