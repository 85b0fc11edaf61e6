/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-declare.h"

#include <string.h>

#include "wording-people.h"

#define MAX_COLUMNS 4

/* “personal and prejudicial”; other words are no nature. */
static const char *const natures =
    "personal|prejudicial|pecuniary|disclosable|non|-|and|or|/|other|significant|registrable|registerable|"
    "financial|block|direct|indirect|professional|general|standing|but|not|nonpecuniary";

static void
add_declaration (AccordWordingPart *part, AccordWordRange range, char *who, char *nature,
                 GPtrArray *declarations)
{
  AccordPageDeclaration *declaration = accord_page_declaration_new (accord_words_span (part->tokens, range));

  declaration->text = accord_wording_part_dup (part, range);
  declaration->who = who;
  declaration->nature = nature;
  g_ptr_array_add (declarations, declaration);
}

static char *
dup_nature (AccordWordingPart *part, AccordWordRange range)
{
  for (guint at = range.first; at < range.after; at++)
    if (accord_wording_part_match (part, (AccordWordRange){ at, at + 1 }, "a|an|the|his|her|their|its", NULL))
      range.first = at + 1;
  for (guint at = range.first; at < range.after; at++)
    if (!accord_wording_part_match (part, (AccordWordRange){ at, at + 1 }, natures, NULL))
      return NULL;
  return accord_wording_part_dup (part, range);
}

static gboolean
is_denied (AccordWordingPart *part, AccordWordRange before)
{
  return accord_wording_part_match (part, before, "no|none|nobody|neither|nil", NULL)
         || accord_wording_part_find (part, before, "not|never|nor|nobody", NULL)
         || accord_wording_part_find (
             part, before,
             "no *1 member|members|councillor|councillors|officer|officers|one|interest|"
             "interests|declaration|declarations",
             NULL)
         || accord_wording_part_find (part, before, "should|would|could|may|might|must|if|whether|any *2 $",
                                      NULL)
         || accord_wording_part_find (part, before, "previously $", NULL);
}

/* “Councillor A declared a personal interest in …” */
static gboolean
take_active (AccordWordingPart *part, AccordWordRange sentence, GPtrArray *declarations)
{
  AccordWordRange verb, words, before = sentence;

  if (!accord_wording_part_find (
          part, sentence, "declared|disclosed|declares|discloses *9 interest|interests|DPI|DPIs", &verb))
    return FALSE;
  before.after = verb.first;
  words = (AccordWordRange){ verb.first + 1, verb.after - 1 };
  if (before.after == before.first || is_denied (part, before)
      || accord_wording_part_match (part, words, "no|none|any|that *9 no", NULL)
      || accord_wording_part_find (part, (AccordWordRange){ before.after - 1, before.after },
                                   "interest|interests|was|were|be|been|is|are|be", NULL))
    return FALSE;
  add_declaration (part, sentence, accord_wording_dup_subject (part, before), dup_nature (part, words),
                   declarations);
  return TRUE;
}

/* “A personal interest was declared by Councillor A” */
static gboolean
take_passive (AccordWordingPart *part, AccordWordRange sentence, GPtrArray *declarations)
{
  AccordWordRange verb, who, nature;

  if ((!accord_wording_part_find (part, sentence, "interest|interests *1 was|were declared|disclosed by",
                                  &verb)
       && !accord_wording_part_find (
           part, sentence, "declaration|declarations of *2 interest|interests was|were made|received by|from",
           &verb))
      || is_denied (part, (AccordWordRange){ sentence.first, verb.after }) || verb.after == sentence.after
      || accord_wording_part_match (part, (AccordWordRange){ verb.after, sentence.after }, ":|-|.", NULL))
    return FALSE;
  nature = (AccordWordRange){ sentence.first, verb.first };
  who = (AccordWordRange){ verb.after, sentence.after };
  for (guint at = who.first; at < who.after; at++)
    if (accord_wording_part_match (part, (AccordWordRange){ at, at + 1 },
                                   "in|as|because|due|for|.|on|by|(|regarding|relating|concerning|with",
                                   NULL))
      who.after = at;
  add_declaration (part, sentence, accord_wording_dup_who (part, who), dup_nature (part, nature),
                   declarations);
  return TRUE;
}

/* Where interests are declared, members “ask it be noted” what they are. */
static gboolean
take_noted (AccordWordingPart *part, AccordWordRange sentence, GPtrArray *declarations)
{
  AccordWordRange verb, before = sentence;

  if (!accord_wording_part_find (part, sentence, "asked|requested that? it be noted that", &verb))
    return FALSE;
  before.after = verb.first;
  add_declaration (part, sentence, accord_wording_dup_subject (part, before), NULL, declarations);
  return TRUE;
}

/* “The following declarations of interest were made:” and a list of who and why. */
static gboolean
announces (AccordWordingPart *part, AccordWordRange range)
{
  return accord_wording_part_match (part, range,
                                    "the following *1 declarations|declaration|interests|disclosures *4 made|"
                                    "declared|received|disclosed *3 :|-",
                                    NULL)
         || accord_wording_part_find (part, range, "declarations *3 made|received as follows :|-", NULL)
         || accord_wording_part_match (
             part, range, "declarations|interests *3 was|were declared|disclosed|made by :|- -? $", NULL);
}

static guint
take_announced (AccordWordingPart *part, guint line, GPtrArray *declarations)
{
  for (; line < part->lines->len; line++)
    {
      AccordWordRange range = accord_wording_part_range (part, line), who = range;
      AccordWordRange found;

      if (accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN
          && !accord_wording_part_match (part, range, ACCORD_WORDING_TITLE, NULL))
        break;
      if (take_active (part, range, declarations) || take_noted (part, range, declarations))
        continue;
      if (!accord_wording_part_match (part, range,
                                      "the? " ACCORD_WORDING_TITLE "|director|chair|leader|mayor", NULL))
        break;
      if (accord_wording_part_find (part, range, "in|as|because|due|-|:|(|had|has|was|is|by|declared|item|,",
                                    &found))
        who.after = found.first;
      add_declaration (part, range, accord_wording_dup_who (part, who), NULL, declarations);
    }
  return line;
}

static gboolean
is_heading (AccordWordingPart *part, guint line)
{
  static const char *const headings[] = {
    "councillor|councillors|cllr|cllrs|member|members|name ( s )|/? *2 $",
    "councillor|councillors|cllr|member|members|name $",
    "agenda? item|minute number|no|nos .? $",
    "agenda? item $",
    "minute $",
    "type|nature of interest|interests $",
    "interest|interests|nature|reason|reasons|type|action|comments $",
  };

  for (guint i = 0; line < part->lines->len && i < G_N_ELEMENTS (headings); i++)
    if (accord_wording_part_match (part, accord_wording_part_range (part, line), headings[i], NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_name (AccordWordingPart *part, guint line)
{
  AccordWordRange range = accord_wording_part_range (part, line);

  if (range.after == range.first || range.after - range.first > 12
      || !accord_words_is_capital (part->text, accord_wording_part_token (part, range.first)))
    return FALSE;
  for (guint at = range.first; at < range.after; at++)
    {
      const AccordWordToken *token = accord_wording_part_token (part, at);

      if (token->kind == 'w'
              ? !accord_words_is_capital (part->text, token) && !accord_words_is (part->text, token, "and")
              : token->kind != '.' && token->kind != ',' && token->kind != '-' && token->kind != '\'')
        return FALSE;
    }
  return TRUE;
}

/* A table of which every cell has become a line: who, which item, and why. */
static guint
take_table (AccordWordingPart *part, guint line, GPtrArray *declarations)
{
  guint n = 0;

  while (n < MAX_COLUMNS && is_heading (part, line + n))
    n++;
  if (n < 2
      || !accord_wording_part_match (part, accord_wording_part_range (part, line),
                                     "councillor|councillors|cllr|cllrs|member|members|name", NULL))
    return line;
  for (line += n; line + n <= part->lines->len && is_name (part, line); line += n)
    {
      AccordWordRange cells = { accord_wording_part_range (part, line).first,
                                accord_wording_part_range (part, line + n - 1).after };

      add_declaration (part, cells, accord_wording_dup_who (part, accord_wording_part_range (part, line)),
                       accord_wording_part_dup (part, accord_wording_part_range (part, line + n - 1)),
                       declarations);
    }
  return line;
}

static void
read_sentences (AccordWordingPart *part, guint line, gboolean about, GPtrArray *declarations)
{
  AccordWordRange range = accord_wording_part_range (part, line);

  while (range.first < range.after)
    {
      AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

      if (!take_active (part, sentence, declarations) && !take_passive (part, sentence, declarations)
          && about)
        take_noted (part, sentence, declarations);
      range.first = sentence.after;
    }
}

/**
 * accord_wording_read_declarations:
 * @part: minutes, or a published decision
 * @title: (nullable): the title of the item
 * @declarations: (element-type AccordPageDeclaration): where to add what was declared
 *
 * Finds the interests that were declared: who, of what nature, and the sentence. That nobody declared any is
 * no declaration.
 */
void
accord_wording_read_declarations (AccordWordingPart *part, const char *title, GPtrArray *declarations)
{
  g_autofree char *low = title != NULL ? g_utf8_strdown (title, -1) : NULL;
  gboolean about = low != NULL && strstr (low, "interest") != NULL;

  for (guint line = 0; line < part->lines->len;)
    {
      guint next = take_table (part, line, declarations);

      if (next == line && announces (part, accord_wording_part_range (part, line)))
        next = take_announced (part, line + 1, declarations);
      else if (next == line)
        read_sentences (part, line, about, declarations);
      line = MAX (next, line + 1);
    }
}
