System.Console.WriteLine(typeof(object));
