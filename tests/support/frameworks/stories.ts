/** A story made up for the tests, with the names in it that the stand's pack knows. */
export interface FrameworkStory {
  readonly path: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly named: readonly string[];
}

export const stories: readonly FrameworkStory[] = [
  {
    path: '/routed/harbour',
    title: 'A letter about the harbour',
    named: ['Jeff Sessions', 'Sergey Kislyak'],
    paragraphs: [
      'On Monday the harbour office opened a letter that had lain there since the spring, and by noon everybody in the building had heard what was in it.',
      'It was addressed to Jeff Sessions, who had asked for the plans of the new pier, and it said that no such plans had ever been drawn by anybody in the office.',
      'A copy had gone to Sergey Kislyak as well, with a note in the margin that nobody could read, and a stamp that came from another town altogether.',
      'The office said that it would look for the plans once more, that it would take its time over it, and that nobody should hope for too much in the end.',
    ],
  },
  {
    path: '/routed/orchard',
    title: 'The orchard is sold',
    named: ['Michael Flynn', 'James Comey'],
    paragraphs: [
      'The orchard behind the old station has been sold for less than its apples are worth, if one believes the people who have picked them year after year.',
      'The buyer is Michael Flynn, whose garden ends at its fence, and who said at the gate that he would leave every single tree where it has always stood.',
      'His neighbour James Comey had wanted the same trees, and he told the auctioneer so in a voice that could be heard on the other platform of the station.',
    ],
  },
  {
    path: '/routed/clock',
    title: 'Who stopped the clock',
    named: ['Dianne Feinstein', 'Jeff Sessions'],
    paragraphs: [
      'The clock of the town hall stopped at a quarter past four, and it was two days before anybody who works below it looked up and noticed that it had.',
      'It was Dianne Feinstein who noticed, on her way to a hearing for which she came much too early, as she told the caretaker with some amusement later.',
      'The caretaker wrote to Jeff Sessions about the key of the tower, which he had borrowed in the summer to see the view, and had put into the wrong drawer.',
    ],
  },
];
