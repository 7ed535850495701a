package dev.hypersweep.agent.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A peer process that speaks the trainer's side of the pipes and does what the setting {@code
 * script} says, word by word. It trains nothing: it shows how the agent treats whatever a trainer
 * may do.
 */
public final class ScriptedTrainer {

  private static final BlockingQueue<String> SIGNALS = new LinkedBlockingQueue<>();
  private static String task;

  private ScriptedTrainer() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("describe")) {
      describe(arguments[2], arguments[4]);
      return;
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    task = input.readLine();
    Thread listener =
        new Thread(
            () -> {
              try {
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                  SIGNALS.add(line);
                }
              } catch (IOException e) {
                // The pipe broke: the agent is gone, as at its end.
              }
              Runtime.getRuntime().halt(3);
            });
    listener.setDaemon(true);
    listener.start();
    for (String word : field("script").split(" ")) {
      obey(word);
    }
  }

  private static void describe(String threads, String device) {
    if (device.equals("gpu")) {
      System.err.println("No CUDA device was found: 0 GPUs");
      System.exit(1);
    }
    System.out.println("a native library says hello");
    System.out.printf(
        "{\"resources\":{\"device\":\"cpu\",\"threads\":%s,\"memoryBytes\":1000},"
            + "\"environment\":{\"trainerDigest\":\"d\",\"deviceClass\":\"scripted\",\"threads\":%s,"
            + "\"determinism\":\"bit-identical\",\"libraries\":{},\"flags\":{}},\"datasets\":[]}%n",
        threads, threads);
  }

  private static void obey(String word) throws Exception {
    String[] parts = word.split(":", 2);
    String value = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "progress" -> progress(Long.parseLong(value), value);
      case "value" -> progress(1, value);
      case "checkpoint" -> checkpoint(value);
      case "artifact" -> artifact(value);
      case "log" -> System.err.println(value);
      case "print" -> System.out.println(value);
      case "resumed" ->
          System.err.println("resumed with " + Files.readString(Path.of(field("resumeFrom"))));
      case "environment" -> System.err.println(value + "=" + System.getenv(value));
      case "session" ->
          System.err.println("session " + session() + " of " + ProcessHandle.current().pid());
      case "signal" -> System.err.println("heard " + SIGNALS.take());
      case "hang" -> Thread.currentThread().join();
      case "file" -> awaitFile(Path.of(value));
      case "finish" -> finish();
      case "pause" -> System.out.printf("{\"type\":\"paused\",\"step\":%s}%n", value);
      case "until" -> System.err.println("until " + number("until"));
      case "fail" ->
          System.out.println(
              "{\"type\":\"failed\",\"failureClass\":\"%s\",\"message\":\"as told\",\"step\":7}"
                  .formatted(value));
      case "throw" -> throw new IllegalStateException(value);
      case "exit" -> System.exit(Integer.parseInt(value));
      case "kill" ->
          new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor();
      default -> throw new IllegalArgumentException(word);
    }
  }

  private static void progress(long step, String value) {
    System.out.printf(
        "{\"type\":\"progress\",\"step\":%d,\"points\":[{\"name\":\"train/loss\",\"step\":%d,"
            + "\"value\":%s}],\"digests\":{\"firstStep\":%d,\"digests\":[\"%064d\"]}}%n",
        step, step, value, step, step);
  }

  private static void checkpoint(String step) throws Exception {
    Path file = Path.of(field("checkpointFolder"), "step-" + step + ".safetensors");
    Files.writeString(file, "checkpoint " + step);
    System.out.printf("{\"type\":\"checkpoint\",\"step\":%s,\"path\":\"%s\"}%n", step, file);
  }

  private static void artifact(String content) throws Exception {
    Path file = Path.of(field("checkpointFolder"), content + ".parquet");
    Path part = file.resolveSibling("part");
    Files.writeString(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    System.out.printf("{\"type\":\"artifact\",\"kind\":\"predictions\",\"path\":\"%s\"}%n", file);
  }

  private static void finish() {
    System.out.println(
        "{\"type\":\"finished\",\"result\":{\"generation\":0,\"metrics\":{\"accuracy\":0.5},"
            + "\"steps\":9,\"chain\":\"c\",\"pruned\":false,\"cost\":null,\"manifest\":null,"
            + "\"seal\":\"s\"}}");
  }

  private static void awaitFile(Path file) {
    while (!Files.exists(file)) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Session id: field 6 of /proc/self/stat, counted behind the name in brackets. */
  private static String session() throws Exception {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
  }

  private static String number(String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(task);
    return matcher.find() ? matcher.group(1) : "nothing";
  }

  private static String field(String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(task);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + name + " in " + task);
    }
    return matcher.group(1);
  }
}
