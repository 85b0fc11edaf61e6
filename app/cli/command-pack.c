/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "open-pack.h"

/* What can be done with packs. A workspace is opened by those that want one. */
const AccordCommand accord_pack_parts[] = {
  { "create", N_ ("CASE --to ORGANISATION… -o FILE"), 1, -1, 0,
    ACCORD_OPTION_TO | ACCORD_OPTION_RECIPIENT | ACCORD_OPTION_SEAL | ACCORD_OPTION_PASSPHRASE_FILE
        | ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_DUE | ACCORD_OPTION_NOTE | ACCORD_OPTION_ORGANISATION
        | ACCORD_OPTION_NAME | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY
        | ACCORD_OPTION_WITH_COMMENTS,
    accord_command_pack_create, N_ ("Ask organisations to review a business case"),
    N_ ("The case is frozen as a version, a review is kept for each of those who are asked, and the pack is "
        "signed with your own key, which is made where there is none yet. Endorsements and caveats so far go "
        "along; comments of partners do not, save those of one who is asked alone, unless --with-comments is "
        "given. --seal, --recipient or "
        "--passphrase-file keeps it from others, else anybody can read it. The passphrase of your own key is "
        "in the file that $ACCORD_PASSPHRASE_FILE names.") },
  { "inspect", N_ ("FILE"), 1, 1, 0, ACCORD_OPTIONS_OPEN_PACK, accord_command_pack_inspect,
    N_ ("Tell what is in a pack"),
    N_ ("What it is for, who made it and when, who it is for, its parts, whose key signed it, and whether it "
        "is "
        "sealed. Nothing is taken in, and no workspace is needed.") },
  { "verify", N_ ("FILE"), 1, 1, 0, ACCORD_OPTIONS_OPEN_PACK, accord_command_pack_verify,
    N_ ("Say whether a pack is whole and signed"),
    N_ ("With a workspace, named by --workspace or $ACCORD_WORKSPACE, it is also said whether the key is the "
        "one that is trusted there for who it is from; where it is not, the exit code is 1.") },
  { "open", N_ ("FILE"), 1, 1, 0, ACCORD_OPTION_AS | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_TODAY,
    accord_command_pack_open, N_ ("Open a request to be read"),
    N_ ("It gets a workspace of its own, which holds that case and your review of it; opened again, that one "
        "is "
        "found. Where it is and how the review stands is told.") },
  { "respond", N_ ("FILE --decision DECISION -o FILE"), 1, 1, 0,
    ACCORD_OPTION_AS | ACCORD_OPTION_DECISION | ACCORD_OPTION_BODY | ACCORD_OPTION_DATE | ACCORD_OPTION_NOTE
        | ACCORD_OPTION_COMMENTS | ACCORD_OPTION_REVIEWER | ACCORD_OPTION_SEAL | ACCORD_OPTION_RECIPIENT
        | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY,
    accord_command_pack_respond, N_ ("Answer a request"),
    N_ ("No other workspace is needed. --body names the board or committee that decided, --date the day, "
        "--note "
        "its words. What came sealed goes back sealed to who asked, or with the same passphrase. Answered "
        "again after further work, the newest answer counts.") },
  { "merge", N_ ("FILE"), 1, 1, 0,
    ACCORD_OPTION_PREFER | ACCORD_OPTION_TRUST | ACCORD_OPTION_NAME | ACCORD_OPTION_DRY_RUN
        | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_TODAY,
    accord_command_pack_merge, N_ ("Take an answer in"),
    N_ ("As one step that “undo” takes back. Where both sides changed the same, that is listed, nothing is "
        "changed and the exit code is 1, unless --prefer says which side counts. What a key signed that "
        "nobody "
        "has trusted is not taken in without --trust; a key that is not the trusted one is always "
        "refused.") },
  { NULL },
};
