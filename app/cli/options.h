/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordOptionSet:
 *
 * The options, a bit each, so that a command can say which of them mean something to it.
 */
typedef guint64 AccordOptionSet;

/**
 * ACCORD_OPTION:
 * @n: a number below 64, of its own for each option
 *
 * The bit of an option.
 */
#define ACCORD_OPTION(n) (G_GUINT64_CONSTANT (1) << (n))

#define ACCORD_OPTION_SEARCH ACCORD_OPTION (0)
#define ACCORD_OPTION_WHERE ACCORD_OPTION (1)
#define ACCORD_OPTION_SORT ACCORD_OPTION (2)
#define ACCORD_OPTION_DESCENDING ACCORD_OPTION (3)
#define ACCORD_OPTION_LIMIT ACCORD_OPTION (4)
#define ACCORD_OPTION_DELETED ACCORD_OPTION (5)
#define ACCORD_OPTION_SAMPLE ACCORD_OPTION (6)
#define ACCORD_OPTION_FUND ACCORD_OPTION (7)
#define ACCORD_OPTION_PAYING_BODY ACCORD_OPTION (8)
#define ACCORD_OPTION_MAP ACCORD_OPTION (9)
#define ACCORD_OPTION_UPDATE ACCORD_OPTION (10)
#define ACCORD_OPTION_DRY_RUN ACCORD_OPTION (11)
#define ACCORD_OPTION_REPORT ACCORD_OPTION (12)
#define ACCORD_OPTION_REBUILD ACCORD_OPTION (13)
#define ACCORD_OPTION_SAVED ACCORD_OPTION (14)
#define ACCORD_OPTION_TODAY ACCORD_OPTION (15)
#define ACCORD_OPTION_KNOWN ACCORD_OPTION (16)
#define ACCORD_OPTION_COMMISSIONER ACCORD_OPTION (17)
#define ACCORD_OPTION_OUTPUT ACCORD_OPTION (18)
#define ACCORD_OPTION_DATE ACCORD_OPTION (19)
#define ACCORD_OPTION_CASE ACCORD_OPTION (20)
#define ACCORD_OPTION_PROGRAMME ACCORD_OPTION (21)
#define ACCORD_OPTION_TOTAL ACCORD_OPTION (22)
#define ACCORD_OPTION_FORM ACCORD_OPTION (23)
#define ACCORD_OPTION_SINCE ACCORD_OPTION (24)
#define ACCORD_OPTION_OTHERS ACCORD_OPTION (25)
#define ACCORD_OPTION_ON ACCORD_OPTION (26)
#define ACCORD_OPTION_FROM ACCORD_OPTION (27)
#define ACCORD_OPTION_UNTIL ACCORD_OPTION (28)
#define ACCORD_OPTION_ICS ACCORD_OPTION (29)
#define ACCORD_OPTION_ALL ACCORD_OPTION (30)
#define ACCORD_OPTION_BODY ACCORD_OPTION (31)
#define ACCORD_OPTION_ANSWER ACCORD_OPTION (32)
#define ACCORD_OPTION_NOTE ACCORD_OPTION (33)
#define ACCORD_OPTION_REVIEWER ACCORD_OPTION (34)
#define ACCORD_OPTION_PRICES ACCORD_OPTION (35)
#define ACCORD_OPTION_MUST ACCORD_OPTION (36)
#define ACCORD_OPTION_EXCLUDE ACCORD_OPTION (37)
#define ACCORD_OPTION_YEARS ACCORD_OPTION (38)
#define ACCORD_OPTION_OPTION ACCORD_OPTION (39)
#define ACCORD_OPTION_SCENARIO ACCORD_OPTION (40)
#define ACCORD_OPTION_SCHEDULE ACCORD_OPTION (41)
#define ACCORD_OPTION_DRAWS ACCORD_OPTION (42)
#define ACCORD_OPTION_SEED ACCORD_OPTION (43)
#define ACCORD_OPTION_COUNTED ACCORD_OPTION (44)
#define ACCORD_OPTION_ORGANISATION ACCORD_OPTION (45)
#define ACCORD_OPTION_LINE ACCORD_OPTION (46)
#define ACCORD_OPTION_OVERWRITE ACCORD_OPTION (47)
#define ACCORD_OPTION_PASSPHRASE_FILE ACCORD_OPTION (48)
#define ACCORD_OPTION_NAME ACCORD_OPTION (49)
#define ACCORD_OPTION_KEY_FILE ACCORD_OPTION (50)
#define ACCORD_OPTION_REPLACE ACCORD_OPTION (51)
#define ACCORD_OPTION_TO ACCORD_OPTION (52)
#define ACCORD_OPTION_RECIPIENT ACCORD_OPTION (53)
#define ACCORD_OPTION_SEAL ACCORD_OPTION (54)
#define ACCORD_OPTION_DUE ACCORD_OPTION (55)
#define ACCORD_OPTION_AS ACCORD_OPTION (56)
#define ACCORD_OPTION_DECISION ACCORD_OPTION (57)
#define ACCORD_OPTION_COMMENTS ACCORD_OPTION (58)
#define ACCORD_OPTION_PREFER ACCORD_OPTION (59)
#define ACCORD_OPTION_TRUST ACCORD_OPTION (60)
#define ACCORD_OPTION_WITH_COMMENTS ACCORD_OPTION (61)

#define ACCORD_OPTIONS_QUERY                                                                                 \
  (ACCORD_OPTION_SEARCH | ACCORD_OPTION_WHERE | ACCORD_OPTION_SORT | ACCORD_OPTION_DESCENDING                \
   | ACCORD_OPTION_LIMIT | ACCORD_OPTION_DELETED)

#define ACCORD_OPTIONS_PAGE (ACCORD_OPTION_BODY | ACCORD_OPTION_DATE | ACCORD_OPTION_FORM)

#define ACCORD_OPTIONS_APPRAISAL (ACCORD_OPTION_OPTION | ACCORD_OPTION_SCENARIO | ACCORD_OPTION_SCHEDULE)

#define ACCORD_OPTIONS_IMPORT                                                                                \
  (ACCORD_OPTION_FUND | ACCORD_OPTION_PAYING_BODY | ACCORD_OPTION_MAP | ACCORD_OPTION_UPDATE                 \
   | ACCORD_OPTION_DRY_RUN | ACCORD_OPTION_REPORT | ACCORD_OPTION_KNOWN | ACCORD_OPTION_COMMISSIONER         \
   | ACCORD_OPTIONS_PAGE | ACCORD_OPTION_OTHERS | ACCORD_OPTION_CASE | ACCORD_OPTION_PROGRAMME)

/* What any of the commands of “pack” takes; each says itself which. */
#define ACCORD_OPTIONS_PACK                                                                                  \
  (ACCORD_OPTION_PASSPHRASE_FILE | ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_TO | ACCORD_OPTION_RECIPIENT       \
   | ACCORD_OPTION_SEAL | ACCORD_OPTION_DUE | ACCORD_OPTION_NOTE | ACCORD_OPTION_OUTPUT                      \
   | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY | ACCORD_OPTION_AS | ACCORD_OPTION_DECISION                 \
   | ACCORD_OPTION_COMMENTS | ACCORD_OPTION_BODY | ACCORD_OPTION_DATE | ACCORD_OPTION_REVIEWER               \
   | ACCORD_OPTION_ORGANISATION | ACCORD_OPTION_PREFER | ACCORD_OPTION_TRUST | ACCORD_OPTION_DRY_RUN         \
   | ACCORD_OPTION_NAME | ACCORD_OPTION_WITH_COMMENTS)

/**
 * AccordOptions:
 * @workspace: path of the workspace, in the file system's encoding, or %NULL
 * @json: whether to answer in JSON
 * @help: whether help was asked for
 * @version: whether the version was asked for
 * @search: words to search for
 * @where: conditions, as written
 * @sort: field to sort by
 * @descending: whether the order is turned round
 * @limit: most rows wanted, as written
 * @saved: name of a saved search
 * @deleted: whether deleted records are meant
 * @sample: whether a new workspace gets the sample
 * @fund: fund that imported payments are from, as written
 * @paying_body: name of the body that made the payments
 * @map: column mappings, as written
 * @update: whether payments known already are updated
 * @dry_run: whether to look only
 * @report: path for the report on rejected rows
 * @rebuild: whether derived tables are made anew
 * @total: whether only how many there are and what they come to is wanted
 * @today: the day as of which to answer, as written, or %NULL for today
 * @since: number of the newest change known already, as written
 * @on: a day, as written
 * @from: the first day wanted, as written
 * @until: the last day wanted, as written
 * @ics: path for a calendar that other programs read
 * @all: whether all committees are meant, and not only those that are followed
 * @known: whether what is not here yet is left out
 * @commissioner: the ODS code of a commissioner
 * @output: path of a file to write the answer to
 * @body: the board or committee that a page is of, as written
 * @date: the day that a page is of, as written
 * @form: what a page is, as written
 * @others: whether pages that are none of the known kinds are kept as documents
 * @cases: business cases, as written
 * @programme: a programme, as written
 * @answer: an answer to a question of the checklist, as written
 * @note: what else there is to say of it
 * @reviewer: who found it
 * @prices: the year in whose prices values are wanted, as written
 * @must: business cases that must be in, as written
 * @exclude: business cases that are left out, as written
 * @years: financial years, as written
 * @option: an option of an appraisal, as written
 * @scenario: a scenario of an appraisal, as written
 * @schedule: a discount schedule, as written
 * @draws: how many draws, as written
 * @seed: of the draws, as written
 * @counted: how many years, as written
 * @organisation: an organisation of an appraisal, as written
 * @line: a line of an appraisal, as written
 * @overwrite: whether what is there is replaced
 * @passphrase_file: path of a file whose first line is a passphrase
 * @name: what somebody is called
 * @key_file: path of the file that holds the own key
 * @to: organisations that a case is sent to
 * @recipients: keys that a pack is sealed to
 * @seal: whether it is sealed to the keys that are trusted
 * @due: the day by which an answer is wanted, as written
 * @as: the organisation that reads a case
 * @decision: what it decided
 * @comments: path of a file of comments
 * @prefer: which side counts where both changed the same
 * @trust: whether a key that is new is trusted
 * @replace: whether what was trusted, or is there, is replaced
 * @given: which of the options that belong to commands were given
 * @words: what is left: the command and its arguments
 *
 * A command line taken apart. Texts are UTF-8; paths are as the file system has them.
 */
typedef struct
{
  char *workspace;
  gboolean json;
  gboolean help;
  gboolean version;
  char *search;
  char **where;
  char *sort;
  gboolean descending;
  char *limit;
  char *saved;
  gboolean deleted;
  gboolean sample;
  char *fund;
  char *paying_body;
  char **map;
  gboolean update;
  gboolean dry_run;
  char *report;
  gboolean rebuild;
  gboolean total;
  char *today;
  char *since;
  char *on;
  char *from;
  char *until;
  char *ics;
  gboolean all;
  gboolean known;
  char *commissioner;
  char **cases;
  char *programme;
  char *output;
  char *body;
  char *date;
  char *form;
  gboolean others;
  char *answer;
  char *note;
  char *reviewer;
  char *prices;
  char **must;
  char **exclude;
  char **years;
  char *option;
  char *scenario;
  char *schedule;
  char *draws;
  char *seed;
  char *counted;
  char *organisation;
  char *line;
  gboolean overwrite;
  char *passphrase_file;
  char *name;
  char *key_file;
  char **to;
  char **recipients;
  gboolean seal;
  char *due;
  char *as;
  char *decision;
  char *comments;
  char *prefer;
  gboolean trust;
  gboolean with_comments;
  gboolean replace;
  AccordOptionSet given;
  char **words;
} AccordOptions;

AccordOptions *accord_options_parse (char **argv, GError **error);
void accord_options_free (AccordOptions *self);
const char *accord_options_name (AccordOptionSet option);
gboolean accord_options_describe (guint index, AccordOptionSet *option, char **form,
                                  const char **description);
char *accord_options_text (const char *raw, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOptions, accord_options_free)

G_END_DECLS
