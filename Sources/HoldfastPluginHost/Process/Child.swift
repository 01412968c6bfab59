internal import Glibc
internal import Processes

/// A process that was started, and the ends of the pipes to it. Each of them has to be closed.
struct Child {
  /// The number of the process, which is also that of its session and of its group.
  let number: Int32
  /// Where its standard input is written.
  let input: Int32
  /// Where its standard output is read.
  let output: Int32
  /// Where its standard error is read.
  let errors: Int32
  /// What is closed when it ends: nothing can be read from it.
  let life: Int32

  /// Starts a program with variables of its own and nothing else of this process.
  init(_ words: [String], folder: String, environment: [String]) throws(SystemError) {
    var pipes: [System.Pipe] = []
    do throws(SystemError) {
      for _ in 0..<4 { pipes.append(try System.makePipe()) }
      let program = Spawning(
        words.first ?? "", words, folder: folder, environment: environment, input: pipes[0].read,
        output: pipes[1].write, errors: pipes[2].write)
      number = try Self.start(program, tellingBy: pipes[3])
    } catch {
      for pipe in pipes.prefix(3) { [pipe.read, pipe.write].forEach(System.closeFile) }
      if pipes.count == 4 { System.closeFile(pipes[3].read) }
      throw error
    }
    [pipes[0].read, pipes[1].write, pipes[2].write].forEach(System.closeFile)
    (input, output, errors, life) = (pipes[0].write, pipes[1].read, pipes[2].read, pipes[3].read)
    [input, output, errors].forEach(System.setWithoutWaiting)
    System.widen(input)
  }

  /// Starts the program from a thread of its own, which lives as long as the program does: the
  /// kernel ends a program that follows its parent when the thread ends that started it. When the
  /// program ends, the thread closes its end of the pipe and leaves the rest to `reap`.
  private static func start(
    _ program: Spawning, tellingBy pipe: System.Pipe
  ) throws(SystemError) -> Int32 {
    do throws(SystemError) {
      try System.detach {
        do throws(SystemError) {
          let number = try System.spawn(program)
          System.tell(Int64(number), by: pipe.write)
          System.waitForEnd(of: number)
        } catch {
          System.tell(-Int64(error.code), by: pipe.write)
        }
        System.closeFile(pipe.write)
      }
    } catch {
      System.closeFile(pipe.write)
      throw error
    }
    let answer = try System.told(by: pipe.read)
    guard answer > 0 else { throw SystemError(code: Int32(-answer)) }
    return Int32(answer)
  }
}
