/// The weights of evidence on flat pages.
///
/// Fitted like ``MailModel`` on two blogs with branches (where only the root of the branch is known, its posts share
/// the likelihood) and 78 forum discussions, with and without their quotations. The weights of numbers, names,
/// attributions and of silence among comments that speak to somebody are set by hand: people name each other where there is
/// no reply button, and these pages had one. Hidden units, which `Scripts/fit-evidence` can fit too, did better on these
/// pages and worse where names alone tell, so there are none.
enum CommentModel {}
