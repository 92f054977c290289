// Texts to start with; the articles are those of seeds/articles.

/** A text, or the file that holds it, and the date to read it as of ("" = the text says). */
export const samples = [
  {
    title: "Leaders in time",
    date: "2010-09",
    text: "The Russian leader met the German chancellor in Berlin on the first day of his visit. The French president and the British "
      + "prime minister joined the talks by video, while the US president sent a letter to the NATO chief. Vladimir Putin did not "
      + "comment, and the Kremlin said that he was on holiday.",
  },
  { title: "Treaty, 2010", date: "", file: "prague-treaty" },
  { title: "Summit", date: "2023-07-12", file: "vilnius-summit" },
  { title: "Central bank", date: "", file: "tokyo-governors" },
];

/** The text of a sample. */
export async function textOf(sample) {
  if (sample.text)
    return sample.text;
  const response = await fetch(`/playground/samples/${sample.file}.txt`);
  return (await response.text()).trimEnd();
}
