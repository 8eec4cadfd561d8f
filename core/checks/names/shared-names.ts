const written = `
Aaron Aberdeen Abigail Adam Adele Adenauer Adidas Adorno Adrian Agatha Agathe Agnes Ahmed Airbus Aisha Albert Aldi Alexander Alexandra Alfred Ali
Alice Alicia Alina Allianz Amalia Amanda Amazon Amelie Amina Amsterdam Amy Andersen Andrea Andreas Andrew Angela Angelika Anita Anja Ankara Anke Anna
Annabel Anne Annegret Anneliese Annette Anni Annika Antje Anton Antonia Antonio Arendt Ariane Arizona Arne Arnold Arthur Astrid Athena Atlanta Audi
Augsburg Axel Ayse Ayşe Bahrain Bali Bangkok Barbara Barcelona Barnaby BASF Bastian Bayreuth Beate Beatrice Becker Beckett Beethoven Belfast Bellini
Ben Benedict Benjamin Bergmann Berlin Bernadette Bernard Bernd Bernhard Bernie Bertha Bettina Bianca Bielefeld Bilbao Birgit Birgitta Birmingham
Bismarck Björn Bochum Boeing Bogotá Bonn Bordeaux Boris Borkum Borneo Bosch Boston Bottrop Brahms Brandenburg Brandt Brecht Bremen Bremerhaven Brenda
Brian Brighton Brigitte Bristol Brno Bruckner Bruno Büchner Budapest Burckhardt Cambridge Camilla Canberra Caracas Cardiff Carina Carla Carlo Carlos
Carlotta Carmen Carola Carolin Caroline Carsten Caspar Catherine Cathy Cecilia Celia Celine Charlie Charlotte Chemnitz Chicago Chloe Chopin Christa
Christian Christiane Christina Christine Christoph Christopher Churchill Cindy Claire Clara Clarissa Claudia Claudio Clemence Clemens Clinton Coburg
Colin Colorado Connor Constanze Cora Cordula Corinna Cornelia Cottbus Coventry Curie Cuxhaven Cynthia Cyril Dagmar Daimler Dakar Dallas Daniel Daniela
Danielle Danone Daphne Daria Darmstadt Darwin David Deborah Debussy Deezer Delhi Delphine Denis Dennis Derek Detlef Detroit Diana Dickens Diderot
Diego Dieter Dietmar Dietrich Dina Dirk Dominic Dominik Dora Doris Dorothea Dorothee Dorothy Dortmund Douglas Dresden Dublin Duisburg Dürer
Düsseldorf Dylan Eberhard Edda Edgar Edinburgh Edison Edith Eduard Edward Edwin Egon Eiger Eileen Einstein Eisenach Elbe Eleanor Elena Elfriede Elias
Elisa Elise Elke Ella Ellen Ellie Elmar Elsa Elsbeth Elvira Emden Emil Emilia Emilie Emily Emma Emmanuel Emre Engels Enrico Erfurt Eric Erich Ericsson
Erik Erika Erlangen Ernst Erwin Esther Eugen Euler Eva Evelyn Fabian Fabio Facebook Fatima Felicitas Felix Ferdinand Fernando Ferrari Fiat Finn Fiona
Flensburg Florida Fontane Foxconn Frances Francesca Francesco Frankfurt Franziska Frauke Frederic Frederick Freiburg Freud Fridolin Frieda Friederike
Friedmann Fritz Fulda Gabi Gabriel Gabriela Gabriele Galilei Garmisch Gauß Gelsenkirchen Georgia Gera Gerald Gerd Gerda Gerhard Gerlinde Gero Gertrud
Gertrude Gießen Gilbert Gina Giovanni Gisela Gitta Giulia Glasgow Goethe Google Görlitz Gottfried Göttingen Graz Greifswald Greta Gretel Guatemala
Gudrun Guido Gunnar Gunther Gustav Güstrow Haifa Hakan Halberstadt Hamburg Hameln Hanau Hanna Hannah Hanne Hannelore Hannes Hanoi Hans Hansen Harald
Harare Harold Harriet Harry Hartmann Hartmut Hassan Haydn Hedwig Hegel Heidegger Heidelberg Heidi Heike Heiko Heilbronn Heiner Heinz Heisenberg Helen
Helena Helene Helga Helmut Helsinki Hendrik Henkel Henning Henny Henri Henriette Henrik Henry Hera Herbert Heribert Hermann Hilda Hilde Hildegard
Hildesheim Hitler Hoffmann Hofmann Hölderlin Holger Honda Honduras Horst Houston Howard Huawei Hubert Hugh Hugo Humboldt Hussein Husserl Hyundai Ian
Ibiza Ibrahim Ibsen Ida Ignaz Ikea Ilona Ilse Imke Immanuel Ines Inga Inge Ingeborg Ingmar Ingo Ingolstadt Ingrid Innsbruck Instagram Irene 
Irmgard Isaac Isabel Isabella Isabelle Isar Islamabad Isolde Istanbul Ivan Ivo Izmir Jakarta Jakob Jan Jana Jane Janet Janina Janine Jannik Jansen
Jasmin Jason Jeanette Jeff Jeffrey Jena Jennifer Jenny Jens Jensen Jeremy Jessica Jim Jimmy Joachim Joan Joanna Jochen Joe Johanna
Johnson Jonah Jonas Jonathan Jörg Joschka Josef Josephine Joshua Juan Judith Judy Jule Julia Julian Juliane Julie Julius Juno Jupiter Jürgen 
Justin Jutta Kabul Kafka Kai Kansas Kant Karen Karin Karl-Heinz Karla Karlsruhe Karola Karolin Karoline Karsten Kaspar Kate Kathleen Kathrin Kathy
Katja Katrin Keith Kelly Kempten Ken Kenneth Kepler Kerstin Kevin Kiel Kierkegaard Kilian Kim Kipling Kirsten Klagenfurt Klara Klaudia Klaus Kleist
Klinger Koblenz Köhler Konrad Konstantin Krefeld Kristin Kristina Kristof Krüger Kuhn Kurt Lagos Lahore Laplace Lara Larissa Larry Lars Laura Lauren
Laurence Lavoisier Layla Lea Leah Leander Leeds Lehmann Leibniz Leicester Leila Leipzig Lena Leni Lenin Lennart Leo Leon Leonard Leonardo Leonhard
Leonie Leonora Leopold Lessing Leverkusen Lidl Lieselotte Lilian Lilli Lilly Lima Lina Linda Linus Lisa Lisbeth Liszt Liverpool Liz Ljubljana Loki
Lola London Lorena Lorenz Lothar Lotta Lotte Louis Louisa Louise Lübeck Luca Lucas Lucia Lucie Lucy Ludger Ludwigsburg Ludwigshafen Lufthansa Luis
Luisa Luise Lukas Lüneburg Luther Lutz Lydia Lyon Madrid Magda Magdalena Magdeburg Mahler Maier Maike Mainz Maja Malcolm Mallorca Malmö Malte
Manchester Mandy Manfred Mannheim Manuel Manuela Mara Marburg Marc Marcel Marco Marcus Maren Margaret Margarete Margarethe Margit Margot Marianne
Marie Marina Mario Marion Marisa Marius Marlene Marlies Marseille Marta Martha Martin Martina Marvin Marx Mascha Mateo Mathias Mathilda Mathilde
Matilda Matteo Matterhorn Matthew Matthias Maureen Maurice Maximilian Maya Mayer Mazda Mehmet Meier Meike Meißen Melanie Melbourne Melissa Melville
Memmingen Mendel Mendelssohn Merkel Merle Meyer Mia Miami Michael Michaela Michel Michelangelo Michelin Michelle Microsoft Miguel Mika Mike Milena
Minerva Minna Minsk Miriam Mirjam Mirko Mitsubishi Mitterrand Molière Mona Monaco Monet Monica Monika Montevideo Montreal Moritz Morten Mozart Mülheim
Müller Münster Muriel Musil Mustafa Nabokov Nadia Nadine Nadja Nairobi Nancy Naomi Napoleon Natalia Natalie Nathalie Nathan Naumburg
Nebraska Neckar Nehru Nele Nelly Nestlé Netflix Neumann Neuss Nevada Newcastle Newton Niall Nick Nicola Nicole Niels Nietzsche Nike Niklas Niko
Nils Nina Nintendo Nissan Noah Noel Nokia Nora Norbert Norwich Nottingham Novalis Novartis Obama Odette Odin Offenbach Olaf Oldenburg Ole
Olena Olga Oliver Olivia Omar Ontario Oranienburg Oregon Orwell Oscar Osiris Oskar Oslo Osnabrück Otmar Ottilie Otto Oxford Pablo Paderborn Palermo
Pamela Panasonic Paris Passau Pasteur Patricia Patrick Paul Paula Paulina Pauline Pedro Peggy Penelope Percy Peter Petra Peugeot Pfizer Pforzheim
Philadelphia Philip Philipp Philips Phoebe Pia Picasso Pierre Pisa Pittsburgh Planck Plauen Plymouth Poe Porsche Poseidon Potsdam Proust Quebec
Quedlinburg Rachel Rahel Raimund Rainer Ralf Ralph Ramona Raphael Rashid Ravensburg Raymond Rebecca Regensburg Reginald Regine Reiner Reinhard
Reinhold Rembrandt Remscheid Renate Renault René Renoir Reutlingen Rewe Ricarda Riccardo Richard Rilke Rita Robert Roberta Roberto Roger Roland Rolf
Romy Ronald Ronja Rosa Rosalie Rosemarie Rosenheim Rossini Rostock Roswitha Rotterdam Rousseau Roy Ruben Rubens Rudi Rudolf Rügen Ruhr Rupert Ruth
Ryanair Saarbrücken Sabina Sabine Sabrina Sally Salzburg Samantha Samir Samsung Samuel Sandra Sanofi Santiago Sara Sarah Sartre Sascha Saskia Saturn
Schiller Schleswig Schmidt Schmitt Schmitz Scholz Schopenhauer Schröder Schrödinger Schubert Schulz Schulze Schumann Schwerin Seattle Sebastian Selina
Selma Severin Shakespeare Sharon Shaw Sheffield Sibelius Sibylle Siegfried Siegmund Siemens Sigrid Silke Silvana Silvia Simon Simone
Sina Skoda Sofia Sofie Solingen Sonia Sonja Sony Sophia Sophie Southampton Speyer Spinoza Spotify Stalin Stefan Stefanie Steffen Steffi Steinbeck
Stella Stephanie Stephen Steven Stockholm Stralsund Strauss Strindberg Stuart Stuttgart Susan Susann Susanna Susanne Susi Suzuki Sven Svenja Svetlana
Sybille Sydney Sylt Sylvia Tamar Tamara Tania Tanja Tara Tariq Telekom Teresa Tesla Tessa Texas Thatcher Thea Thelma Theo Theodor Theodore Theresa
Therese Thomas Thor Thorsten ThyssenKrupp Tilo Tim Timo Timothy Tina Tobias Tom Tommy Toni Tony Torben Toronto Torsten Toshiba Toulouse Toyota Trier
Trump Tübingen Tunis Turku Twain Twitter Udo Ulf Ulla Ulm Ulrich Ulrike Unilever Uppsala Uranus Ursula Usedom Utah Ute Utrecht Uwe Valencia Valentin
Valentina Valeria Valerie Vanessa Vera Verdi Verena Vermeer Vermont Verona Veronica Veronika Victor Victoria Viktor Viktoria Vincent Virginia Vivian
Viviane Vodafone Volker Volkmar Volkswagen Voltaire Volvo Wagner Wallace Walter Waltraud Wanda Warnemünde Washington Wedekind Weimar Wendelin Wendy
Werner Werra Weser Wiebke Wiesbaden Wikipedia Wilma Winfried Winterthur Wismar Wittenberg Wittgenstein Wolfenbüttel Wolfgang Wolfram Wolfsburg
Wuppertal Würzburg Xaver Yasmin York YouTube Yusuf Yvonne Zeus Zeynep Zittau Zoe Zoë Zola Zuckmayer Zugspitze Zwickau`;

const shared: ReadonlySet<string> = new Set(written.trim().split(/\s+/u));

/**
 * Whether a word, its genitive included, is a name that German and English spell alike: first names, surnames, places, firms, the bodies of the
 * sky. A dictionary may know them as words. What is a word of either language ("Mark", "Rose", "Wolf", "Essen") is not among them.
 */
export function isSharedName(word: string): boolean {
  return shared.has(word) || (word.endsWith("s") && shared.has(word.slice(0, -1)));
}
